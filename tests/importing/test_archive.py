"""What is refused before anything of a file is read, each with its sentence."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from speeches.importing import archive
from speeches.importing.errors import ImportRefused
from tests.importing.making_docx import MAIN, content_types, docx, p, packed, parts, relation

GOOD = parts(p("正文"))
BILLION_LAUGHS = '<?xml version="1.0"{}?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


def sentence(content: bytes) -> str:
    with pytest.raises(ImportRefused) as refused:
        archive.inspect(content)
    return str(refused.value)


def with_part(name: str, content: bytes | str) -> bytes:
    return packed(GOOD | {name: content if isinstance(content, bytes) else content.encode()})


def test_a_good_file_passes():
    archive.inspect(packed(GOOD))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "文件是空的"),
        ("一、正文".encode(), "这不是 docx 文档"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "旧版 Office 或 WPS"),
        (b"\xd0\xcf\x11\xe0" + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"%PDF-1.7\n", "这是 PDF 文件"),
        (b"{\\rtf1 ", "这是 RTF 文件"),
        (b"<html>", "保存下来的网页"),
        (b"PK\x03\x04" + bytes(100), "文件已损坏"),
        (b"PK\x05\x06" + bytes(18), "这是压缩包"),
        (packed({"说明.txt": b"1"}), "这是压缩包"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (packed({"OFD.xml": b"<a/>"}), "OFD 版式文件"),
        (b"PK" + bytes(archive.MAX_SIZE), "文件超过 20 MB"),
    ],
)
def test_what_is_no_word_file_is_named_for_what_it_is(content, expected):
    assert expected in sentence(content)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "Excel"),
        ("application/vnd.openxmlformats-officedocument.presentationml.slide+xml", "演示文稿"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "模板",
        ),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "文档里有宏"),
        ("application/xml", "这不是 docx 文档"),
    ],
)
def test_other_office_files_are_named(kind, expected):
    assert expected in sentence(with_part("[Content_Types].xml", content_types(kind)))


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/vbaData.xml", "word/VBAPROJECT.BIN"])
def test_macros_are_refused_by_name(name):
    assert "文档里有宏" in sentence(with_part(name, b"<a/>"))


def test_macros_are_refused_by_type():
    more = '<Override PartName="/x" ContentType="application/vnd.ms-office.vbaProject"/>'
    assert "文档里有宏" in sentence(with_part("[Content_Types].xml", content_types(MAIN, more)))


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../x.xml", "word/../../x.xml", "C:\\x.xml", "C:/x.xml", "a\0b.xml"]
)
def test_names_that_lead_outside_are_refused(name):
    assert "内部结构不正常" in sentence(_named(name))


def _named(name: str) -> bytes:
    """A file with a part of that very name, which zipfile would not write as it is."""
    stand_in = "z" * len(name)
    return with_part(stand_in, b"<a/>").replace(stand_in.encode(), name.encode())


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "word/Document.xml"])
def test_two_parts_of_one_name_are_refused(name):
    file = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(file, "a") as opened:
        opened.writestr(name, b"<a/>")
    assert "内部结构不正常" in sentence(file.getvalue())


def test_a_file_with_more_than_2000_parts_is_refused():
    named = {f"word/media/{number}.png": b"" for number in range(archive.MAX_ENTRIES - len(GOOD))}
    archive.inspect(packed(GOOD | named))
    assert "部件太多" in sentence(packed(GOOD | named | {"word/one": b""}))


@pytest.mark.parametrize("content", [bytes(10 * 2**20), b"PK" * 2**19])
def test_a_part_that_was_packed_more_than_a_hundredfold_is_refused(content):
    assert "解开后太大" in sentence(with_part("word/media/1.bmp", content))


def test_a_small_part_may_be_packed_as_well_as_it_can():
    archive.inspect(with_part("word/media/1.bmp", bytes(100 * 2**10)))


def test_more_than_100_mb_are_refused_before_they_are_in_memory():
    part = bytes(range(256)) * 4 + bytes(7_000)  # packs about 20 to 1
    content = packed(GOOD | {f"word/{number}.bin": part * 1_500 for number in range(10)})
    assert len(content) < archive.MAX_SIZE
    tracemalloc.start()
    try:
        said = sentence(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "解开后太大" in said
    assert peak < len(content) + 2**21


def test_a_size_that_the_zip_states_wrongly_is_not_believed():
    content = with_part("word/media/1.png", bytes(90_000))
    stated = struct.pack("<I", 90_000)
    assert "文件已损坏" in sentence(content.replace(stated, struct.pack("<I", 10)))
    archive.inspect(content.replace(stated, struct.pack("<I", 2**31 - 1)))


def test_parts_that_share_bytes_are_refused():
    """The way a small file unpacks to a huge one without any part that is packed too well."""
    content = bytearray(packed(GOOD))
    first, second, *_ = zipfile.ZipFile(io.BytesIO(bytes(content))).infolist()
    where = content.rfind(second.filename.encode()) - 46
    name = first.filename.encode().ljust(len(second.filename), b"x")[: len(second.filename)]
    content[where + 42 : where + 46] = struct.pack("<I", first.header_offset)
    content[where + 46 : where + 46 + len(name)] = name
    assert "内部结构不正常" in sentence(bytes(content))


def test_locked_parts_are_refused():
    content = bytearray(packed(GOOD))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "打开密码" in sentence(bytes(content))


def test_ways_of_packing_that_no_document_uses_are_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as opened:
        for name, content in GOOD.items():
            opened.writestr(name, content)
    assert "内部结构不正常" in sentence(file.getvalue())


@pytest.mark.parametrize(
    "name",
    [
        *("word/document.xml", "word/_rels/document.xml.rels", "_rels/.rels"),
        *("[Content_Types].xml", "docProps/core.xml", "customXml/item1.xml", "word/theme.XML"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_doctype_is_refused_in_every_part_and_encoding(name, encoding):
    assert "DOCTYPE" in sentence(with_part(name, BILLION_LAUGHS.format("").encode(encoding)))


def test_a_doctype_is_refused_in_a_part_that_is_xml_by_its_type_only():
    more = '<Override PartName="/word/numbering.bin" ContentType="application/numbering+xml"/>'
    made = GOOD | {
        "[Content_Types].xml": content_types(MAIN, more).encode(),
        "word/numbering.bin": BILLION_LAUGHS.format("").encode(),
    }
    assert "DOCTYPE" in sentence(packed(made))


@pytest.mark.parametrize("name", ["utf-7", "ibm037", "gb18030"])
def test_xml_in_an_encoding_that_could_hide_one_is_refused(name):
    declared = BILLION_LAUGHS.format(" " * 500 + f' encoding="{name}"')
    assert "内部结构不正常" in sentence(with_part("word/styles.xml", hidden(declared, name)))


def hidden(text: str, encoding: str) -> bytes:
    head, _, rest = text.partition("?>")
    if encoding == "utf-7":
        return (head + "?>" + rest.replace("<!", "+ADwAIQ-")).encode()
    return text.encode(encoding).replace(b"<!DOCTYPE", b"<a/>")


def test_a_picture_may_bring_its_doctype_as_nobody_parses_it():
    more = '<Default Extension="svg" ContentType="image/svg+xml"/>'
    made = GOOD | {
        "[Content_Types].xml": content_types(MAIN, more).encode(),
        "word/media/1.svg": b"<!DOCTYPE svg><svg/>",
    }
    archive.inspect(packed(made))


def test_an_empty_part_that_nobody_reads_is_no_reason_to_refuse():
    archive.inspect(with_part("customXml/item1.xml", b""))


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("attachedTemplate", "模板"),
        ("image", "图片"),
        ("oleObject", "对象"),
        ("subDocument", "子文档"),
        ("frame", "框架"),
        ("afChunk", "文件"),
    ],
)
@pytest.mark.parametrize("name", ["word/_rels/settings.xml.rels", "_rels/.rels", "a/_rels/b.rels"])
def test_what_lies_outside_is_refused_but_hyperlinks(kind, what, name):
    inner = relation(kind, "file:///c:/x.dotm", "External") + relation(
        "hyperlink", "http://a", "External"
    )
    assert f"文档链接着外部的{what}" in sentence(
        with_part(name, f"<Relationships>{inner}</Relationships>")
    )


def test_hyperlinks_and_relations_that_lead_nowhere_pass():
    relations = (
        relation("hyperlink", "http://a.example/", "External")
        + relation("hyperlink", "#_Toc1")
        + relation("image", "NULL")
        + relation("styles", "styles.xml")
    )
    archive.inspect(docx(p("正文"), relations=relations))


def test_a_part_that_is_no_xml_is_refused_where_xml_is_due():
    assert "内部结构不正常" in sentence(with_part("word/styles.xml", b"\0\1\2"))


def test_relations_that_cannot_be_parsed_are_damage():
    assert "文件已损坏" in sentence(with_part("word/_rels/x.rels", b"<Relationships>"))
