"""The styles of the Word file are those of the edition, under the names that Word knows."""

import re
from dataclasses import replace

import pytest

from speeches.document.tree import Role
from speeches.typeset.edition import STANDARD, Face
from tests.export import reading_docx as read
from tests.export.writing_docx import written

FACES = {
    "Normal": "仿宋_GB2312",
    "Title": "方正小标宋_GBK",
    "Subtitle": "楷体_GB2312",
    "讲话人": "楷体_GB2312",
    "Date": "楷体_GB2312",
    "Salutation": "仿宋_GB2312",
    "Normal Indent": "仿宋_GB2312",
    "Heading 1": "黑体",
    "Heading 2": "楷体_GB2312",
    "Heading 3": "仿宋_GB2312",
    "Heading 4": "仿宋_GB2312",
    "标题 1 字符": "黑体",
    "标题 2 字符": "楷体_GB2312",
    "标题 3 字符": "仿宋_GB2312",
    "标题 4 字符": "仿宋_GB2312",
    "Footer": "宋体",
    "双页页码": "宋体",
    "Header": "黑体",
}


def test_every_style_names_the_official_font_for_chinese_and_all_else() -> None:
    found = {
        each.name: set(each.element.rPr.rFonts.attrib.values()) - {"eastAsia"}
        for each in read.opened(written()).styles
        if each.element.rPr is not None and each.element.rPr.rFonts is not None
    }
    assert found == {name: {face} for name, face in FACES.items()}


def font(name: str) -> str:
    """One font for everything, and Chinese what may be either."""
    return f"rFonts hint=eastAsia ascii={name} hAnsi={name} eastAsia={name} cs={name}"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "Normal",
            [
                "name val=Normal", "qFormat",
                "widowControl val=0", "overflowPunct val=0", "autoSpaceDE val=0",
                "autoSpaceDN val=0", "adjustRightInd val=0", "snapToGrid val=0",
                "spacing before=0 after=0 line=579 lineRule=exact", "jc val=both",
                font("仿宋_GB2312"),
                "snapToGrid val=0", "spacing val=-6", "sz val=32", "szCs val=32",
            ],
        ),
        (
            "Title",
            [
                "name val=Title", "basedOn val=Normal", "qFormat", "jc val=center",
                font("方正小标宋_GBK"),
                "snapToGrid val=0", "spacing val=0", "sz val=44", "szCs val=44",
            ],
        ),
        (
            "Heading2",
            [
                "name val=heading 2", "basedOn val=Normal", "next val=NormalIndent",
                "link val=Heading2Char", "qFormat", "keepNext",
                "ind firstLineChars=200 firstLine=631", "outlineLvl val=1",
                font("楷体_GB2312"),
                "snapToGrid val=0", "spacing val=-6", "sz val=32", "szCs val=32",
            ],
        ),
        ("MarkEmpty", ["name val=待补", "shd val=clear color=auto fill=F7D9A8"]),
        (
            "Heading4CharMarkUnconfirmed",
            ["name val=标题 4 待核实", "basedOn val=Heading4Char", "u val=dotted color=A35A00"],
        ),
    ],
)  # fmt: skip
def test_a_style_sets_exactly_this(style: str, expected: list[str]) -> None:
    assert read.style(written(), style) == expected


def test_headings_of_all_levels_are_in_the_navigation_pane() -> None:
    levels = {number: f"Heading{number}" for number in range(1, 5)}
    found = {number: read.style(written(), style) for number, style in levels.items()}
    assert {
        number: [each for each in switches if each.startswith("outlineLvl")]
        for number, switches in found.items()
    } == {number: [f"outlineLvl val={number - 1}"] for number in levels}


@pytest.mark.parametrize(
    ("body_bold", "own_line", "run_in"), [(False, "Heading1", True), (True, "Heading1", False)]
)
def test_a_level_is_bold_on_its_own_line_and_run_in(
    body_bold: bool, own_line: str, run_in: bool
) -> None:
    """Bold of a paragraph's style and bold of a run's style cancel each other out."""
    levels = (replace(STANDARD.levels[0], bold=True), *STANDARD.levels[1:])
    body = replace(STANDARD.roles[Role.BODY], bold=body_bold)
    edition = replace(STANDARD, levels=levels, roles={**STANDARD.roles, Role.BODY: body})
    content = written(edition=edition)
    assert "b" in read.style(content, own_line)
    assert ("b" in read.style(content, "Heading1Char")) is run_in
    assert ("b" in read.style(content, "Heading2Char")) is body_bold


def test_an_edition_may_prefer_fonts_of_its_own() -> None:
    content = written(edition=replace(STANDARD, fonts={Face.FANG: ("方正仿宋_GBK",)}))
    assert font("方正仿宋_GBK") in read.style(content, "NormalIndent")


def test_the_file_says_what_may_stand_in_for_a_missing_font() -> None:
    table = read.part(written(), "word/fontTable.xml")
    found = dict(re.findall(r'<w:font w:name="([^"]+)"><w:altName w:val="([^",]+,[^",]+)', table))
    assert found == {
        "方正小标宋_GBK": "FZXiaoBiaoSong-B05,方正小标宋简体",
        "黑体": "SimHei,方正黑体_GBK",
        "楷体_GB2312": "KaiTi_GB2312,楷体",
        "仿宋_GB2312": "FangSong_GB2312,仿宋",
        "宋体": "SimSun,方正书宋_GBK",
    }
