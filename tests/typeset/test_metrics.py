"""How wide the characters of a face are."""

from pathlib import Path

import pytest

from speeches.typeset.edition import Face
from speeches.typeset.fonts import FontBook, find_fonts
from speeches.typeset.metrics import NOMINAL, font_metrics
from speeches.typeset.squeezing import CLOSING, OPENING
from tests.typeset.making_fonts import damage, font, save

MARKS = OPENING + CLOSING
HALVES = dict.fromkeys(CLOSING, (40, 460)) | dict.fromkeys(OPENING, (540, 960))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Fonts for every face, of the same few characters; 仿宋 has a narrow 1 and no 喆."""
    for name in ("小标宋", "黑体", "楷体", "宋体"):
        save(
            font(
                name.replace("小", "方正小") + ("_GBK" * (name == "小标宋")),
                f"中1{MARKS}",
                ink=HALVES,
            ),
            tmp_path / f"{name}.ttf",
        )
    return tmp_path


def with_fang(folder: Path, characters: str, **about: object) -> FontBook:
    save(font("仿宋", characters, **about), folder / "仿宋.ttf")
    return find_fonts([folder], ())


def test_a_character_is_as_wide_as_the_font_says_that_prints_it(folder: Path) -> None:
    save(font("Noto Serif CJK SC", "喆 ", widths={"喆": 900, " ": 250}), folder / "noto.ttf")
    widths = font_metrics(with_fang(folder, "中1〓", widths={"1": 480, "〓": 1100})).widths(
        Face.FANG
    )
    expected = {"中": 1.0, "1": 0.48, "喆": 0.9, "没": 1.1, " ": 0.25, "\u3000": 1.0, "\u2009": 0.5}
    assert {character: widths[character] for character in expected} == expected


def test_marks_and_what_does_not_print_have_no_width_of_their_own(folder: Path) -> None:
    widths = font_metrics(with_fang(folder, "中\u0301")).widths(Face.FANG)
    assert [widths[character] for character in "\u0301\ufe00\u200d\x00\ud800"] == [0.0] * 5


def test_without_a_font_for_the_mark_of_lacking_characters_they_are_as_wide_as_by_rule(
    folder: Path,
) -> None:
    widths = font_metrics(with_fang(folder, "中")).widths(Face.FANG)
    assert (widths["没"], widths["😀"], widths["a"]) == (1.0, 1.0, 1.0)


def test_bold_type_has_the_widths_of_its_own_cut(folder: Path) -> None:
    save(font("仿宋", "1", style="Bold", widths={"1": 600}), folder / "bold.ttf")
    metrics = font_metrics(with_fang(folder, "中1", widths={"1": 480}))
    assert (metrics.widths(Face.FANG)["1"], metrics.widths(Face.FANG, bold=True)["1"]) == (
        0.48,
        0.6,
    )
    assert metrics.widths(Face.FANG, bold=True)["中"] == 1.0


def test_without_fonts_characters_are_whole_and_half_cells() -> None:
    widths = NOMINAL.widths(Face.FANG, bold=True)
    assert [widths[character] for character in "中，“1a \u0301"] == [1, 1, 1, 0.5, 0.5, 0.5, 0]
    assert NOMINAL.firm == frozenset()


def test_glyphs_behind_the_last_that_tells_its_own_width_have_that_one_s(folder: Path) -> None:
    made = font("仿宋", "中文字")
    made["hmtx"].metrics = dict.fromkeys(made.getGlyphOrder(), (700, 0))
    save(made, folder / "仿宋.ttf")
    book = find_fonts([folder], ())
    assert [book.font(Face.FANG).advance(each) for each in "中文字人"] == [0.7, 0.7, 0.7, None]


@pytest.mark.parametrize(
    ("ink", "firm"),
    [
        (HALVES, ""),
        (HALVES | {"，": (400, 600)}, "，"),  # in the middle, as in Traditional fonts
        (HALVES | {"“": (100, 400)}, "“"),
        (HALVES | {"“": (0, 0)}, ""),  # blank: nothing that could touch
    ],
)
def test_marks_that_a_font_does_not_keep_in_one_half_are_firm(
    folder: Path, ink: dict[str, tuple[int, int]], firm: str
) -> None:
    assert font_metrics(with_fang(folder, MARKS, ink=ink)).firm == frozenset(firm)


def test_marks_of_a_font_whose_outlines_are_damaged_are_all_firm(folder: Path) -> None:
    book = with_fang(folder, MARKS, ink=HALVES)
    damage(folder / "仿宋.ttf", "loca")
    assert font_metrics(book).firm == frozenset(MARKS)


def test_the_fonts_of_debian_keep_every_mark_in_its_half() -> None:
    assert font_metrics(find_fonts()).firm == frozenset()
    for name in ("Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL KaitiM GB"):
        preferred = dict.fromkeys(Face, (name,))
        assert font_metrics(find_fonts(preferred=preferred)).firm == frozenset()
