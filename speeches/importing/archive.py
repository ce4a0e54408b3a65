"""A .docx is looked through before anything in it is read: it is a zip, and it may be hostile.

What a document is made of: ECMA-376 part 2 (Open Packaging Conventions); XML in UTF-8 or UTF-16
only, no DTD (same, 8.1.4).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from speeches.importing.decoding import refuse_by_first_bytes
from speeches.importing.errors import ImportRefused
from speeches.importing.package import CONTENT_TYPES, DAMAGED, Package

MAX_SIZE = 20 * 2**20
MAX_ENTRIES = 2_000
MAX_UNPACKED = 100 * 2**20
MAX_RATIO = 100
# Nothing this small can fill a memory, however well it was packed.
_TOO_SMALL_FOR_A_RATIO = 100 * 2**10

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # patched or strongly encrypted data
    OSError,  # offsets outside the file
    ValueError,
)

_SAVE_AS = "请另存为 docx 再导入。"
_TOO_LARGE = "文件超过 20 MB，请去掉图片后另存，或把文字复制后粘贴。"
_TOO_MANY = "文档里的部件太多，不像正常的文档，没有导入。"
_TOO_FULL = "文档解开后太大，不像正常的文档，没有导入。请把文字复制后粘贴。"
_HOSTILE = "文档的内部结构不正常，可能有害，没有导入。请用 Word 或 WPS 打开后另存为 docx 再导入。"
_LOCKED = "文档设了打开密码，请去掉密码，另存为 docx 再导入。"
_MACROS = "文档里有宏，没有导入。请另存为不带宏的 docx 再导入。"
_DOCTYPE = f"文档里有不该有的 DOCTYPE 声明，可能有害，没有导入。{_SAVE_AS}"
_NO_DOCX = f"这不是 docx 文档，{_SAVE_AS}"
_EMPTY = "文件是空的，请另选一个文件。"
_ARCHIVE = f"这是压缩包，不是 docx 文档。请先解压，把里面的文档{_SAVE_AS[1:]}"
_LINKED = "文档链接着外部的{what}，没有导入。请断开链接后另存，或把文字复制后粘贴。"
_KINDS_OF_LINKS = {
    "attachedTemplate": "模板",
    "image": "图片",
    "oleObject": "对象",
    "subDocument": "子文档",
    "frame": "框架",
}
_OTHER_FAMILIES = (
    ("spreadsheetml", f"这是 Excel 表格，不是文档，{_SAVE_AS}"),
    ("presentationml", f"这是演示文稿，不是文档，{_SAVE_AS}"),
    ("wordprocessingml.template", f"这是 Word 模板（dotx），{_SAVE_AS}"),
)
_WORD = "wordprocessingml.document.main+xml"

_LOCAL_HEADER = struct.Struct("<4s22xHH")
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IS_ENCRYPTED = 0x1
_MACRO_NAMES = ("vbaproject", "vbadata")
_MACRO_TYPES = re.compile(r"macroenabled|vbaproject", re.IGNORECASE)
# Also in the encodings that a parser recognises without being told.
_DOCTYPES = tuple(
    "<!DOCTYPE".encode(encoding)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)
_BEGINS_AS_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0\s]*<")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)[\"']")
_ENCODINGS = (b"utf-8", b"utf-16")


def inspect(content: bytes) -> None:
    """Raises ImportRefused, with one sentence, for whatever is no harmless .docx.

    Everything is unpacked once and counted as it comes; the sizes that the zip states are not
    believed.
    """
    _refuse_other_files(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_entries(content, archive.infolist())
            _refuse_bombs(archive)
    except BROKEN_ZIP as error:
        raise ImportRefused(DAMAGED) from error
    package = Package(content)
    _refuse_other_families(package)
    _refuse_xml(package)
    _refuse_links(package)


def _refuse_other_files(content: bytes) -> None:
    if not content:
        raise ImportRefused(_EMPTY)
    if len(content) > MAX_SIZE:
        raise ImportRefused(_TOO_LARGE)
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise ImportRefused(_LOCKED)
    if not content.startswith(b"PK"):
        refuse_by_first_bytes(content)
        raise ImportRefused(_NO_DOCX)
    # Before zipfile makes an object of each entry.
    if content.count(b"PK\x01\x02") > MAX_ENTRIES:
        raise ImportRefused(_TOO_MANY)


def _refuse_entries(content: bytes, entries: Sequence[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise ImportRefused(_LOCKED)
    if not all(_is_plain(entry) for entry in entries):
        raise ImportRefused(_HOSTILE)
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise ImportRefused(_HOSTILE)
    if any(end > begin for (_, end), (begin, _) in pairwise(sorted(_extents(content, entries)))):
        raise ImportRefused(_HOSTILE)


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """A name inside the package, packed in one of the two ways that documents use."""
    name = entry.orig_filename
    return (
        entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        and not name.startswith("/")
        and not re.search(r"[\\:\0]", name)
        and ".." not in name.split("/")
    )


def _extents(content: bytes, entries: Sequence[zipfile.ZipInfo]) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends; entries that share bytes unpack to more than there is."""
    for entry in entries:
        begin = entry.header_offset
        _, name, extra = _LOCAL_HEADER.unpack_from(content, begin)
        yield begin, begin + _LOCAL_HEADER.size + name + extra + entry.compress_size


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    total = 0
    for entry in archive.infolist():
        allowed = max(MAX_RATIO * entry.compress_size, _TOO_SMALL_FOR_A_RATIO)
        total += _unpacked(archive, entry, min(allowed, MAX_UNPACKED - total))


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowed: int) -> int:
    """How many bytes come out of `entry`. Raises ImportRefused as soon as they are too many."""
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(2**16):
            size += len(chunk)
            if size > allowed:
                raise ImportRefused(_TOO_FULL)
    return size


def _refuse_other_families(package: Package) -> None:
    if CONTENT_TYPES not in package.names:
        raise ImportRefused(_other_archive(package))
    _refuse_doctype(package.read(CONTENT_TYPES))
    types = package.content_types()
    files = (name.rpartition("/")[2] for name in package.names)
    if any(file.startswith(_MACRO_NAMES) for file in files) or any(map(_MACRO_TYPES.search, types)):
        raise ImportRefused(_MACROS)
    if any(_WORD in one for one in types):
        return
    for family, sentence in _OTHER_FAMILIES:
        if any(family in one for one in types):
            raise ImportRefused(sentence)
    raise ImportRefused(_NO_DOCX)


def _other_archive(package: Package) -> str:
    if "mimetype" in package.names:
        return f"这是 OpenDocument 文档（odt）或电子书，{_SAVE_AS}"
    if "ofd.xml" in package.names:
        return f"这是 OFD 版式文件，{_SAVE_AS}"
    return _ARCHIVE


def _refuse_xml(package: Package) -> None:
    for name in package.xml_names():
        _refuse_doctype(package.read(name))


def _refuse_doctype(data: bytes) -> None:
    """No DOCTYPE, and no encoding that could hide one."""
    if any(doctype in data for doctype in _DOCTYPES):
        raise ImportRefused(_DOCTYPE)
    if not data:
        return
    # A declaration is ASCII, so the first such byte ends it in every encoding allowed.
    declaration = data[: data.find(b">") + 1].replace(b"\0", b"")
    encoding = _ENCODING.search(declaration)
    if not _BEGINS_AS_XML.match(data) or (encoding and encoding[1].lower() not in _ENCODINGS):
        raise ImportRefused(_HOSTILE)


def _refuse_links(package: Package) -> None:
    """Hyperlinks are text; everything else that lies outside would have to be fetched."""
    for relation in package.all_relations():
        if relation.is_external and relation.kind != "hyperlink":
            what = _KINDS_OF_LINKS.get(relation.kind, "文件")
            raise ImportRefused(_LINKED.format(what=what))
