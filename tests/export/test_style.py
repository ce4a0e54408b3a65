"""The style sheets."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from speeches.document.tree import Role
from speeches.export.errors import ExportError
from speeches.export.style import Kind, edition_css, painting_css, paper_css, spacings
from speeches.typeset.edition import LARGE, STANDARD, Edition, Face, Place
from speeches.typeset.lines import LOOSEST, TIGHTEST
from tests.typeset.building import paragraph, set_in_pages

PRIVATE = {Kind(face): (f"private-{face}",) for face in Face}


def rules(css: str) -> dict[str, str]:
    return dict(re.findall(r"^(.+?) \{ (.*) \}$", css, re.MULTILINE))


def test_the_geometry_comes_from_the_edition() -> None:
    assert rules(edition_css(STANDARD, PRIVATE, spacings=[67, -7])) == {
        ":root": (
            '--paper-biaosong: "private-biaosong", serif; --paper-hei: "private-hei", serif; '
            '--paper-kai: "private-kai", serif; --paper-fang: "private-fang", serif; '
            '--paper-song: "private-song", serif'
        ),
        "@page": "size: 210mm 297mm; margin: 0",
        ".paper-page": "width: 210mm; height: 297mm",
        ".paper-area": "top: 37mm; left: 28mm; width: 156mm; height: 225mm; line-height: 28.9907pt",
        ".paper-blank": "height: 28.9907pt",
        ".paper-title": block("biaosong", "22pt", "center", "0pt", "0em"),
        ".paper-subtitle": block("kai", "16pt", "center", "0pt"),
        ".paper-speaker": block("kai", "16pt", "center", "0pt"),
        ".paper-date": block("kai", "16pt", "center", "0pt"),
        ".paper-salutation": block("fang", "16pt", "left", "0pt"),
        ".paper-body": block("fang", "16pt", "left", "31.5707pt"),
        ".paper-level-1": block("hei", "16pt", "left", "31.5707pt"),
        ".paper-level-2": block("kai", "16pt", "left", "31.5707pt"),
        ".paper-level-3": block("fang", "16pt", "left", "31.5707pt"),
        ".paper-level-4": block("fang", "16pt", "left", "31.5707pt"),
        ".paper-run-in-1": "font-family: var(--paper-hei)",
        ".paper-run-in-2": "font-family: var(--paper-kai)",
        ".paper-run-in-3": "font-family: var(--paper-fang)",
        ".paper-run-in-4": "font-family: var(--paper-fang)",
        ".paper-s-7": "--paper-spacing: -0.0014em",
        ".paper-s67": "--paper-spacing: 0.0134em",
        ".paper-number": (
            "top: calc(269mm - 7pt); font-family: var(--paper-song); font-size: 14pt; "
            "line-height: 14pt"
        ),
        ".paper-odd .paper-number": "right: calc(26mm + 14pt)",
        ".paper-even .paper-number": "left: calc(28mm + 14pt)",
        ".paper-stamp": (
            "top: calc(30mm - 16pt); left: 28mm; font-family: var(--paper-hei); font-size: 16pt; "
            "line-height: 16pt"
        ),
    }


def block(face: str, size: str, align: str, indent: str, spacing: str = "-0.0134em") -> str:
    return (
        f"font-family: var(--paper-{face}); font-size: {size}; text-align: {align}; "
        f"--paper-indent: {indent}; --paper-spacing: {spacing}"
    )


@pytest.mark.parametrize(
    ("place", "odd", "even"),
    [
        (Place.OUTER, "right: calc(26mm + 14pt)", "left: calc(28mm + 14pt)"),
        (Place.RIGHT, "right: calc(26mm + 14pt)", "right: calc(26mm + 14pt)"),
        (Place.CENTER, *["left: 28mm; width: 156mm; text-align: center"] * 2),
    ],
)
def test_page_numbers_stand_where_the_edition_has_them(place: Place, odd: str, even: str) -> None:
    edition = replace(STANDARD, page_number=replace(STANDARD.page_number, place=place))
    css = rules(edition_css(edition))
    assert (css[".paper-odd .paper-number"], css[".paper-even .paper-number"]) == (odd, even)


def bold(*levels: int) -> Edition:
    styles = [replace(each, bold=at in levels) for at, each in enumerate(STANDARD.levels, 1)]
    return replace(STANDARD, levels=tuple(styles))


def test_a_bold_level_is_the_browser_s_to_make_and_an_embedded_font_in_the_pdf() -> None:
    screen = rules(edition_css(bold(2)))
    heavy = "font-family: var(--paper-kai); font-weight: 700; font-synthesis: weight"
    assert screen[".paper-run-in-2"] == heavy
    assert screen[".paper-level-2"].startswith(heavy + "; ")
    embedded = PRIVATE | {Kind(Face.KAI, bold=True): ("heavy", "other")}
    painted = rules(edition_css(bold(2), embedded))
    assert painted[".paper-run-in-2"] == "font-family: var(--paper-kai-bold)"
    assert painted[":root"].endswith('; --paper-kai-bold: "heavy", "other", serif')


def test_biaosong_is_bold_by_itself_and_never_made_bolder() -> None:
    title = replace(STANDARD.roles[Role.TITLE], bold=True)
    edition = replace(STANDARD, roles={**STANDARD.roles, Role.TITLE: title})
    assert edition_css(edition) == edition_css(STANDARD)


def test_the_site_s_sheet_has_a_class_for_every_spacing_and_a_file_s_for_those_in_use() -> None:
    every = [name for name in rules(edition_css(LARGE)) if re.fullmatch(r"\.paper-s-?\d+", name)]
    assert every == [f".paper-s{units}" for units in range(TIGHTEST, LOOSEST + 1)]
    pages = set_in_pages(paragraph("一" * 40), paragraph("数字12，" * 20))
    used = {line.spacing for line in pages.pages[0].lines if line}
    assert spacings(pages) == used


def test_another_edition_has_another_sheet() -> None:
    wide = replace(STANDARD, lines=20, area_height=200)
    assert rules(edition_css(wide, PRIVATE))[".paper-blank"] == "height: 28.3465pt"


def test_the_fonts_that_an_edition_prefers_stand_first() -> None:
    preferring = replace(STANDARD, fonts={Face.SONG: ("某宋体",)})
    assert 'src: local("某宋体"), local("宋体"), ' in edition_css(preferring)
    assert '--paper-song: "paper-song", "某宋体", "宋体", ' in edition_css(preferring)


def test_the_screen_takes_the_fonts_of_the_reader_s_machine() -> None:
    css = rules(edition_css(STANDARD))
    assert css["@font-face"] == (
        'font-family: "paper-song"; src: local("宋体"), local("SimSun"), local("方正书宋_GBK"), '
        'local("方正书宋简体"), local("华文宋体"), local("STSong"), local("FandolSong-Regular"), '
        'local("Noto Serif CJK SC")'
    )
    assert css[":root"].split("; ")[2] == (
        '--paper-kai: "paper-kai", "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", '
        '"方正楷体_GBK", "方正楷体简体", "华文楷体", "STKaiti", "FandolKai-Regular", '
        '"AR PL KaitiM GB", "Noto Serif CJK SC", serif'
    )


def test_a_missing_style_sheet_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as refusal:
        paper_css(tmp_path / "paper.css")
    assert str(refusal.value) == f"读不到版面样式文件 {tmp_path}/paper.css，请重新安装稿台。"


@pytest.mark.parametrize("sheet", [paper_css(), painting_css()], ids=["paper", "painting"])
def test_the_style_sheets_hold_no_measure_of_the_edition(sheet: str) -> None:
    assert re.findall(r"[\d.]+(?:mm|pt)\b", sheet) == []
