"""Fonts cut down to what is in use."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

from speeches.export.cutting import ASCENT, DESCENT, cut
from speeches.typeset.charts import BrokenFont, cuts
from speeches.typeset.edition import Face
from speeches.typeset.fonts import find_fonts
from tests.typeset.making_fonts import font, save, save_collection


def cut_out(path: Path, characters: str, number: int = 0) -> TTFont:
    return TTFont(BytesIO(cut(cuts(path)[number].file, characters)))


def heights(cut_down: TTFont) -> set[tuple[float, float]]:
    em, table = cut_down["head"].unitsPerEm, cut_down["OS/2"]
    found = [
        (cut_down["hhea"].ascent, -cut_down["hhea"].descent),
        (table.sTypoAscender, -table.sTypoDescender),
        (table.usWinAscent, table.usWinDescent),
    ]
    return {(ascent / em, descent / em) for ascent, descent in found}


def test_only_the_characters_in_use_are_left_and_the_blank_that_makes_a_line(
    tmp_path: Path,
) -> None:
    path = save(font("仿宋", " 中国人"), tmp_path / "a.ttf")
    assert set(cut_out(path, "中人〓").getBestCmap()) == set(map(ord, " 中人"))


def test_out_of_a_collection_comes_the_font_that_is_meant(tmp_path: Path) -> None:
    path = save_collection(tmp_path / "a.ttc", font("甲", "中"), font("乙", "国"))
    assert [set(cut_out(path, "中国", at).getBestCmap()) for at in (0, 1)] == [{0x4E2D}, {0x56FD}]


@pytest.mark.parametrize("place", [0, 1], ids=["face", "what stands behind it"])
def test_all_fonts_are_of_one_height(place: int) -> None:
    player = find_fonts().players(Face.FANG)[place]
    cut_down = TTFont(BytesIO(cut(player, "中")))
    assert heights(cut_down) == {(ASCENT, DESCENT)}
    assert "BASE" not in cut_down


def test_a_font_without_the_measures_of_windows_is_cut_too(tmp_path: Path) -> None:
    made = font("仿宋", "中")
    del made["OS/2"]
    line = cut_out(save(made, tmp_path / "a.ttf"), "中")["hhea"]
    assert (line.ascent, line.descent, line.lineGap) == (880, -120, 0)


def test_a_variable_font_stands_still(tmp_path: Path) -> None:
    made = font("仿宋", "中")
    builder = FontBuilder(font=made)
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    builder.setupGvar({})
    assert "fvar" not in cut_out(save(made, tmp_path / "a.ttf"), "中")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = save(font("仿宋", "中"), tmp_path / "a.ttf")
    (found,) = cuts(path)
    path.unlink()
    with pytest.raises(BrokenFont) as refusal:
        cut(found.file, "中")
    assert str(refusal.value) == f"字体文件 {path} 已损坏或者不是字体：请换一份，或者移走。"
