"""The style sheets."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from speeches.export.errors import ExportError
from speeches.export.style import edition_css, paper_css
from speeches.typeset.edition import STANDARD, Face

PRIVATE = {face: (f"private-{face}",) for face in Face}


def rules(css: str) -> dict[str, str]:
    return dict(re.findall(r"^(.+?) \{ (.*) \}$", css, re.MULTILINE))


def test_the_geometry_comes_from_the_edition() -> None:
    assert rules(edition_css(STANDARD, PRIVATE)) == {
        ":root": (
            '--paper-biaosong: "private-biaosong", serif; --paper-hei: "private-hei", serif; '
            '--paper-kai: "private-kai", serif; --paper-fang: "private-fang", serif; '
            '--paper-song: "private-song", serif'
        ),
        "@page": "size: 210mm 297mm; margin: 0",
        ".paper-page": "width: 210mm; height: 297mm",
        ".paper-area": "top: 37mm; left: 28mm; width: 156mm; height: 225mm; line-height: 28.9907pt",
        ".paper-blank": "height: 28.9907pt",
        ".paper-title": block("biaosong", "22pt", "0pt", "center", "0pt"),
        ".paper-subtitle": block("kai", "16pt", "-0.2146pt", "center", "0pt"),
        ".paper-speaker": block("kai", "16pt", "-0.2146pt", "center", "0pt"),
        ".paper-date": block("kai", "16pt", "-0.2146pt", "center", "0pt"),
        ".paper-salutation": block("fang", "16pt", "-0.2146pt", "left", "0pt"),
        ".paper-body": block("fang", "16pt", "-0.2146pt", "left", "31.5707pt"),
        ".paper-level-1": block("hei", "16pt", "-0.2146pt", "left", "31.5707pt"),
        ".paper-level-2": block("kai", "16pt", "-0.2146pt", "left", "31.5707pt"),
        ".paper-level-3": block("fang", "16pt", "-0.2146pt", "left", "31.5707pt"),
        ".paper-level-4": block("fang", "16pt", "-0.2146pt", "left", "31.5707pt"),
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


def block(face: str, size: str, spacing: str, align: str, indent: str) -> str:
    return (
        f"font-family: var(--paper-{face}); font-size: {size}; letter-spacing: {spacing}; "
        f"text-align: {align}; text-indent: {indent}"
    )


def test_another_edition_has_another_sheet() -> None:
    wide = replace(STANDARD, lines=20, area_height=200)
    assert rules(edition_css(wide, PRIVATE))[".paper-blank"] == "height: 28.3465pt"


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


def test_the_style_sheet_holds_no_measure_of_the_edition() -> None:
    assert re.findall(r"[\d.]+(?:mm|pt)\b", paper_css()) == []
