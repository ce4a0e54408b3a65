"""Reading a .docx: what becomes a line, and what becomes a note."""

import io

import docx as python_docx
import pytest

from speeches.importing.errors import ImportRefused
from speeches.importing.word import MAX_CHARACTERS, WordText, read_docx
from speeches.importing.word_notes import Note
from tests.importing.making_docx import docx, everything, field, mutated, p, packed, parts, r

HIDDEN = "<w:vanish/>"
DELETED = "<w:del/>"
TEXT_BOX = (
    "<w:r><mc:AlternateContent>"
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
).format(p("内部使用"))


def tag(name: str, inner: str) -> str:
    return f"<{name}>{inner}</{name}>"


def row(*cells: str) -> str:
    return tag("w:tr", "".join(tag("w:tc", p(cell)) for cell in cells))


def control(properties: str, text: str) -> str:
    return tag("w:sdt", tag("w:sdtPr", properties) + tag("w:sdtContent", p(text)))


def lines(body: str, **others: str) -> tuple[str, ...]:
    return read_docx(docx(body, **others)).lines


def notes(body: str, **others: str) -> list[tuple[int, str, str]]:
    return [tuple(note) for note in read_docx(docx(body, **others)).notes]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("一、摸清底数") + p() + p("二、补齐短板"), ("一、摸清底数", "", "二、补齐短板")),
        (p("前", "后"), ("前后",)),
        (p(r("前") + r("<w:br/>") + r("后")), ("前", "后")),
        (p(r("前") + r('<w:br w:type="page"/>') + r("后")), ("前", "后")),
        (p(r("前") + r("<w:cr/>") + r("后")), ("前", "后")),
        (p(r("姓名") + r("<w:tab/>") + r("职务")), ("姓名\t职务",)),
        (p(r("GB") + r("<w:noBreakHyphen/>") + r("T")), ("GB-T",)),
        (p(r("软") + r("<w:softHyphen/>") + r("连")), ("软连",)),
        (p("一行\n  两段"), ("一行 两段",)),
        (p("一行\u2028两行"), ("一行", "两行")),
        (p(r("<w:t/>")), ("",)),
        # Changes, as accepted.
        (p("<w:ins>" + r("添上") + "</w:ins>", "的"), ("添上的",)),
        (p("<w:moveTo>" + r("移来") + "</w:moveTo>"), ("移来",)),
        (p("<w:moveFrom>" + r("移走") + "</w:moveFrom>", "的"), ("的",)),
        (p("前", mark=DELETED) + p("后") + p("下"), ("前后", "下")),
        (p("前", mark="<w:moveFrom/>") + p("后"), ("前后",)),
        (p("前", mark=HIDDEN) + p("后"), ("前后",)),
        (p("末", mark=DELETED), ("末",)),
        # Fields.
        (p("共", field("NUMWORDS", "8"), "字"), ("共8字",)),
        (p("第", field(" PAGE \\* MERGEFORMAT", "3"), "页"), ("第页",)),
        (p(field("XE 甲", None), "词"), ("词",)),
        (p('<w:fldSimple w:instr="DATE">' + r("今天") + "</w:fldSimple>"), ("今天",)),
        (p(r('<w:fldChar w:fldCharType="end"/>') + r("照样")), ("照样",)),
        (p(r('<w:fldChar w:fldCharType="separate"/>') + r("照样")), ("照样",)),
        (p(r('<w:fldChar w:fldCharType="?"/>') + r("照样")), ("照样",)),
        (p(r("<w:instrText>PAGE</w:instrText>") + r("照样")), ("照样",)),
        # Wrappers.
        (p("<w:hyperlink>" + r("链接") + "</w:hyperlink>"), ("链接",)),
        (p("<w:smartTag>" + r("地名") + "</w:smartTag>"), ("地名",)),
        (control("", "控件"), ("控件",)),
        (
            p(tag("w:ruby", tag("w:rt", r("pì")) + tag("w:rubyBase", r("辟")))),
            ("辟",),
        ),
        # One of two ways to say the same.
        (
            p(
                "<mc:AlternateContent><mc:Choice>" + r("新") + "</mc:Choice><mc:Choice>" + r("别")
                + "</mc:Choice><mc:Fallback>" + r("旧") + "</mc:Fallback></mc:AlternateContent>"
            ),
            ("新",),
        ),
        (
            p(
                '<mc:AlternateContent><mc:Choice Requires="wpsCustomData"><wpsCustomData:a/>'
                "</mc:Choice><mc:Fallback>" + r("旧") + "</mc:Fallback></mc:AlternateContent>"
            ),
            ("旧",),
        ),
        (p(tag("mc:AlternateContent", tag("mc:Fallback", r("旧")))), ("旧",)),
        (p(tag("mc:AlternateContent", "<mc:Choice/>" + tag("mc:Fallback", r("旧")) * 2)), ("旧",)),
        # What no program writes.
        (r("散字") + p("段"), ("散字", "段")),
        (r("散字"), ("散字",)),
        ("<w:p>" + r("外") + p("里") + "</w:p>", ("外", "里", "")),
    ],
)  # fmt: skip
def test_a_paragraph_becomes_its_lines(body, expected):
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("留", "<w:del>" + r("<w:delText>删</w:delText>") + "</w:del>"),
         [(1, "删", "修订中删除的文字没有带入")]),
        (p(r("留") + r("<w:delText>删</w:delText>")), [(1, "删", "修订中删除的文字没有带入")]),
        (p("留", "<w:moveFrom>" + r("移走") + "</w:moveFrom>"), []),
        (p(r("甲", HIDDEN) + r("乙", HIDDEN) + r("留")), [(1, "甲乙", "隐藏文字没有带入")]),
        (p(r("甲", HIDDEN)), [(1, "甲", "隐藏文字没有带入")]),
        (p(r("甲", HIDDEN), mark=HIDDEN), [(1, "甲", "隐藏文字没有带入")]),
        (p(r("留", '<w:vanish w:val="0"/>')), []),
        (p("上") + p(TEXT_BOX), [(2, "内部使用", "文本框没有带入")]),
        (p("上") + tag("w:tbl", row("处室", "人数") + row("", "31")),
         [(1, "处室\t人数\n\t31", "表格没有带入")]),
        ("<w:tbl><w:tr><w:tc/><w:tc>" + r("散") + "</w:tc></w:tr></w:tbl>",
         [(0, "散", "表格没有带入")]),
        (f"<w:tbl>{p(r('留') + '<w:del>' + r('删') + '</w:del>')}</w:tbl>",
         [(0, "留", "表格没有带入")]),
        (p(r('<w:sym w:font="Wingdings" w:char="F0A7"/>')),
         [(1, "〔Wingdings F0A7〕", "符号没有带入")]),
        (p(r("<w:drawing><pic:pic/></w:drawing>")),
         [(1, "〔图片〕", "只取文字，图片和嵌入的内容没有带入")]),
        (p(r("<w:object><o:OLEObject/></w:object>")),
         [(1, "〔嵌入的对象〕", "只取文字，图片和嵌入的内容没有带入")]),
        (p("上") + '<w:altChunk r:id="r1"/>',
         [(1, "〔嵌入的文档〕", "只取文字，图片和嵌入的内容没有带入")]),
        (p(r("<w:drawing><a:t>图中字</a:t></w:drawing>")),
         [(1, "图中字", "图形里的文字没有带入")]),
        (p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), [(1, "a+b", "公式没有带入")]),
        (p("<w:ruby><w:rt>" + r("pì") + "</w:rt></w:ruby>"), [(1, "pì", "注音没有带入")]),
        (p("第", field("PAGE", "3"), "页"), [(1, "3", "页码没有带入")]),
        (p(r("上") + r("<w:br/>") + field("EQ \\o(○,1)", None)),
         [(2, "EQ \\o(○,1)", "域代码没有带入")]),
        (p(r('<w:fldChar w:fldCharType="begin"/>') + r("没完")) + p("下"),
         [(2, "没完\n下", "域代码没有带入")]),
        (p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>TOC</w:instrText>")
           + r('<w:fldChar w:fldCharType="separate"/>') + r("一、甲")) + p("二、乙")
         + p(r('<w:fldChar w:fldCharType="end"/>')), [(3, "一、甲\n二、乙", "目录没有带入")]),
        (control(tag("w:docPartObj", '<w:docPartGallery w:val="Table of Contents"/>'), "目录"),
         [(0, "目录", "目录没有带入")]),
        (control("<w:showingPlcHdr/>", "单击填写"), [(0, "单击填写", "没有填写的控件没有带入")]),
    ],
)  # fmt: skip
def test_what_is_left_out_is_noted_with_its_line_and_reason(body, expected):
    assert notes(body) == expected


def test_a_text_box_is_no_line():
    assert lines(p("上") + p(TEXT_BOX) + p("下")) == ("上", "", "下")


@pytest.mark.parametrize(
    ("styles", "run", "expected"),
    [
        ({"a": ""}, "", "字"),
        ({"a": HIDDEN}, "", ""),
        ({"a": HIDDEN}, '<w:vanish w:val="false"/>', "字"),
        ({"a": "", "c": HIDDEN}, '<w:rStyle w:val="c"/>', ""),
        ({"a": HIDDEN, "c": HIDDEN}, '<w:rStyle w:val="c"/>', "字"),
    ],
)
def test_styles_hide_text_unless_two_of_them_do(styles, run, expected):
    made = "".join(
        f'<w:style w:styleId="{name}"><w:rPr>{properties}</w:rPr></w:style>'
        for name, properties in styles.items()
    )
    assert lines(p(r("字", run), style="a"), styles=made) == (expected,)


def test_footnotes_and_comments_are_noted_where_they_are_called_and_once():
    called = '<w:footnoteReference w:id="2"/>' * 2 + '<w:commentReference w:id="0"/>'
    made = notes(
        p("上") + p(r(called)),
        footnotes=f'<w:footnote w:id="0" w:type="separator">{p("——")}</w:footnote>'
        f'<w:footnote w:id="2">{p("见年鉴")}</w:footnote>'
        f'<w:footnote w:id="3">{p("无人用")}</w:footnote>'
        f'<w:footnote w:id="4">{p()}</w:footnote><w:other/>',
        comments=f'<w:comment w:id="0">{p("请核")}</w:comment>',
        endnotes=f'<w:endnote w:id="2">{p("尾注")}</w:endnote>',
    )
    assert made == [
        (0, "无人用", "脚注没有带入"),
        (0, "尾注", "尾注没有带入"),
        (2, "见年鉴", "脚注没有带入"),
        (2, "请核", "批注没有带入"),
    ]


@pytest.mark.parametrize(
    ("footer", "expected"),
    [
        (p("— ", field("PAGE", "3"), " —"), []),
        (p("第3页 共9页"), []),
        (p("市排水局办公室印"), [(0, "市排水局办公室印", "页脚没有带入")]),
    ],
)
def test_headers_and_footers_are_noted_but_not_page_numbers(footer, expected):
    made = notes(p("正文"), header=p("内部资料"), footer=footer)
    assert made == [(0, "内部资料", "页眉没有带入"), *expected]


def test_a_strict_file_reads_like_any_other():
    made = everything()
    other = {name: content.decode() for name, content in made.items()}
    strict = {
        name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/",
            "http://purl.oclc.org/ooxml/officeDocument/",
        )
        .encode()
        for name, text in other.items()
    }
    assert strict != made
    assert read_docx(packed(strict)) == read_docx(packed(made))


def test_a_part_in_utf_16_reads_like_any_other():
    made = parts(p("正文"))
    text = made["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    assert read_docx(packed({**made, "word/document.xml": text.encode("utf-16")})).lines == (
        "正文",
    )


def test_a_file_of_python_docx_reads_with_its_automatic_numbers():
    made = python_docx.Document()
    made.add_heading("在防汛工作会上的讲话", 0)
    made.add_paragraph("摸清底数", style="List Number")
    made.add_paragraph("备足物资", style="List Number")
    made.add_paragraph("同志们", style="List Bullet")
    file = io.BytesIO()
    made.save(file)
    assert read_docx(file.getvalue()) == WordText(
        ("在防汛工作会上的讲话", "1.摸清底数", "2.备足物资", "同志们"),
        (Note(4, "•", "项目符号没有带入"),),
    )


def test_the_text_is_its_lines():
    assert read_docx(docx(p("上") + p("下"))).text == "上\n下"


def test_a_file_without_a_body_is_damaged():
    made = parts("") | {"word/document.xml": b"<a/>"}
    with pytest.raises(ImportRefused, match="文件已损坏"):
        read_docx(packed(made))


def test_a_file_with_more_text_than_can_be_pasted_is_refused():
    text = "".join(chr(0x4E00 + number % 20_000) for number in range(MAX_CHARACTERS))
    assert lines(p(text)) == (text,)
    with pytest.raises(ImportRefused, match="超过 20 万字"):
        lines(p(text) + p("字"))


def test_no_broken_file_does_worse_than_to_be_refused():
    refused = sum(not _is_read(mutated(seed)) for seed in range(2_000))
    assert 500 < refused < 1_500  # neither all too broken to tell anything, nor all harmless


def _is_read(content: bytes) -> bool:
    try:
        read_docx(content)
    except ImportRefused:
        return False
    return True
