"""The Word file: the blocks and lines of the pages, each in its style, and nothing besides."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from speeches.document.assemble import assemble
from speeches.document.facts import SpeechFacts
from speeches.document.tree import Block, Mark, Role
from speeches.export.docx import docx
from speeches.export.text import text
from speeches.typeset.edition import STANDARD
from speeches.typeset.metrics import NOMINAL
from speeches.typeset.pages import typeset
from tests.document.strategies import speeches
from tests.export import reading_docx as read
from tests.export.writing_docx import written
from tests.typeset.building import SPEECH, heading, lines_of, paragraph, run, set_in_pages, title

LONG_TITLE = "在全市教育系统上半年重点工作汇报会暨下半年工作推进会上的讲话提纲"


def test_every_block_is_a_paragraph_of_its_style_and_blank_lines_are_those_of_the_page() -> None:
    assert read.paragraphs(written(*SPEECH)) == [
        ("Title", "在半年工作会议上的讲话"),
        ("Normal", ""),
        ("讲话人", "局长　李喆珺"),
        ("Date", "（2026年7月16日）"),
        ("Normal", ""),
        ("Salutation", "同志们："),
        (
            "Normal Indent",
            "今天，我们召开会议，总结“上半年”工作——既看成绩……也找差距，确保3.5亿元资金用好。",
        ),
        ("Heading 1", "一、肯定成绩"),
        ("Normal Indent", "（一）保障平稳有力。新增学位12,345个，同比增长8.6%。"),
        ("Normal Indent", "投入〔待补：资金〕，覆盖面{不知道}<b>&amp;。"),
        ("Heading 2", "（一）找准不足"),
        ("Heading 3", "1.校舍"),
        ("Heading 4", "（1）乡镇小学"),
        ("Normal Indent", "谢谢大家！"),
    ]


def test_a_paragraph_that_goes_on_over_a_page_is_one_paragraph() -> None:
    long = "一" * 2000
    assert read.paragraphs(written(paragraph(long))) == [("Normal Indent", long)]


@settings(max_examples=50)
@given(speeches)
def test_the_text_is_that_of_the_plain_text_export(facts: SpeechFacts) -> None:
    document = assemble(facts)
    content = docx(typeset(document, STANDARD, NOMINAL), title=facts.title, author=facts.speaker)
    said = "".join(text for _, text in read.paragraphs(content))
    assert without_blanks(said) == without_blanks(text(document).replace("\uffff", ""))


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "block",
    [
        title(LONG_TITLE),
        title("在全市会议上的", "\n", "讲话"),
        title("题" * 30, "\n", "\n", "目 " * 30),
        paragraph("——在全市教育系统上半年重点工作汇报会暨下半年工作推进会上", role=Role.SUBTITLE),
        paragraph("局长" * 12, "　", "李" * 12, role=Role.SPEAKER),
    ],
)
def test_what_is_centred_has_the_lines_of_the_page(block: Block) -> None:
    pages = set_in_pages(block)
    (lines,) = lines_of(pages)
    ((_, said),) = read.paragraphs(docx(pages, title="题", author="人"))
    assert said.split("\n") == lines
    assert len(lines) > 1


def test_run_in_headings_and_marks_are_dressed_by_styles() -> None:
    marked = paragraph(
        run("（一）", 2), run("稳", 2), run("〔待补：数〕", 2, Mark.EMPTY), "好",
        run("12", 0, Mark.UNCONFIRMED), run("{无}", 0, Mark.UNKNOWN),
    )  # fmt: skip
    assert read.runs(written(marked, draft_marks=True), "稳") == [
        ("标题 2 字符", "（一）稳"),
        ("标题 2 待补", "〔待补：数〕"),
        ("", "好"),
        ("待核实", "12"),
        ("没有这项内容", "{无}"),
    ]
    assert read.runs(written(marked), "稳") == [
        ("标题 2 字符", "（一）稳〔待补：数〕"),
        ("", "好12{无}"),
    ]


def test_a_paragraph_names_its_style_and_nothing_else() -> None:
    content = written(paragraph(run("（一）", 2), " <好>\n&"))
    document = read.part(content, "word/document.xml")
    (found,) = re.findall(r"<w:p>.*?</w:p>", document)
    assert found == (
        '<w:p><w:pPr><w:pStyle w:val="NormalIndent"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="Heading2Char"/></w:rPr>'
        '<w:t xml:space="preserve">（一）</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> &lt;好&gt;</w:t><w:br/>'
        '<w:t xml:space="preserve">&amp;</w:t></w:r></w:p>'
    )


def test_the_settings_are_these() -> None:
    assert read.switches(read.part(written(), "word/settings.xml")) == [
        "zoom percent=100",
        "defaultTabStop val=640",
        "evenAndOddHeaders",
        "characterSpacingControl val=compressPunctuation",
        "useFELayout",
        "compatSetting name=compatibilityMode uri=http://schemas.microsoft.com/office/word val=15",
        "themeFontLang val=zh-CN eastAsia=zh-CN",
    ]


def test_the_file_holds_nothing_but_what_it_needs() -> None:
    assert read.names(written()) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_the_file_names_itself_and_claims_no_date() -> None:
    pages = set_in_pages(*SPEECH)
    content = docx(pages, title="讲话<“1”>\ud800" + "长" * 300, author="局长\x00<李>\uffff")
    core = read.part(content, "docProps/core.xml")
    title = "讲话&lt;“1”&gt;" + "长" * 248
    assert re.findall(r"<(\w+:\w+)>([^<]*)</", core) == [
        ("dc:title", title),
        ("dc:creator", "局长&lt;李&gt;"),
        ("dc:language", "zh-CN"),
    ]


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = set_in_pages(*SPEECH)
    first, second = (docx(pages, title="题", author="人") for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("喆珺旸昇堃𠮷", "喆珺旸昇堃𠮷"),
        ("坏\ud800\x00字\u202e符\ufffe\uffff", "坏字符"),
        ("😀葛\U000e0100", "😀葛\U000e0100"),
        ("“甲‘乙“丙”’”", "“甲‘乙“丙”’”"),
        ("一" * 100_000, "一" * 100_000),
    ],
)
def test_any_character_that_xml_can_hold_is_kept(typed: str, kept: str) -> None:
    assert read.paragraphs(written(paragraph(typed))) == [("Normal Indent", kept)]


def test_a_heading_with_something_to_settle_is_marked() -> None:
    block = replace(heading(1, "一、"), runs=(run("一、"), run("{无}", 0, Mark.UNKNOWN)))
    assert read.runs(written(block, draft_marks=True), "一、") == [
        ("", "一、"),
        ("没有这项内容", "{无}"),
    ]


def test_a_document_without_blocks_is_a_file_that_opens() -> None:
    assert read.paragraphs(written()) == []
