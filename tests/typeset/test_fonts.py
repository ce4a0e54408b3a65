"""Which font file plays which face."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from speeches.typeset.charts import cuts
from speeches.typeset.edition import Face
from speeches.typeset.fonts import (
    FontFile,
    MissingFonts,
    find_fonts,
    font_names,
    screen_families,
    skipped_note,
)
from tests.typeset.making_fonts import damage, font, save, save_collection

FACES = {
    Face.BIAOSONG: "方正小标宋简体",
    Face.HEI: "SimHei",
    Face.KAI: "楷体",
    Face.FANG: "仿宋_GB2312",
    Face.SONG: "宋体",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a font for every face; each has one character, 中."""
    for face, family in FACES.items():
        save(font(family, "中"), tmp_path / f"{face}.ttf")
    return tmp_path


def test_the_free_fonts_of_debian_play_every_face() -> None:
    book = find_fonts()
    assert {face: book.font(face).postscript for face in Face} == {
        Face.BIAOSONG: "FandolSong-Bold",
        Face.HEI: "FandolHei-Regular",
        Face.KAI: "FandolKai-Regular",
        Face.FANG: "FandolFang-Regular",
        Face.SONG: "FandolSong-Regular",
    }
    assert {book.fonts[face][-1].postscript for face in Face} == {"NotoSerifCJKsc-Regular"}


def test_the_fonts_in_a_bureau_s_folder_win(folder: Path) -> None:
    book = find_fonts([folder])
    assert {face: book.font(face).family for face in Face} == FACES
    assert book.fonts[Face.FANG][1:] == find_fonts().fonts[Face.FANG]


def test_the_first_folder_wins(folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    save(font("仿宋_GB2312", "中"), second / "later.ttf")
    save(font("仿宋_GB2312", "中"), folder / "a.ttf")
    assert find_fonts([folder / "second", folder]).font(Face.FANG).path == second / "later.ttf"


def test_a_name_earlier_in_the_table_wins_over_an_earlier_folder(tmp_path: Path) -> None:
    save(font("Noto Serif CJK SC", "中"), tmp_path / "own.ttf")
    assert find_fonts([tmp_path]).font(Face.FANG).family == "FandolFang"


def test_a_bold_cut_does_not_answer_to_the_name_of_its_family(folder: Path) -> None:
    save(font("仿宋", "中", style="Bold"), folder / "bold.ttf")
    assert [each.family for each in find_fonts([folder], ()).fonts[Face.FANG]] == ["仿宋_GB2312"]


def test_a_collection_is_searched_font_by_font(folder: Path) -> None:
    (folder / "song.ttf").unlink()
    path = save_collection(folder / "simsun.ttc", font("NSimSun", "中"), font("SimSun", "中文"))
    file = find_fonts([folder], ()).font(Face.SONG)
    assert file == FontFile(path, path.stat().st_mtime_ns, 1, "SimSun", "Made-Regular")
    assert [file.covers(character) for character in "中文人"] == [True, True, False]


def test_other_files_in_the_folder_are_left_alone(folder: Path) -> None:
    (folder / "readme.txt").write_text("fonts")
    assert find_fonts([folder], ()).font(Face.FANG).family == "仿宋_GB2312"


def test_a_folder_that_is_not_there_holds_no_fonts(folder: Path) -> None:
    assert find_fonts([folder / "none", folder], ()).font(Face.HEI).family == "SimHei"


def test_missing_fonts_are_named_with_their_packages(folder: Path) -> None:
    (folder / "fang.ttf").unlink()
    (folder / "kai.ttf").unlink()
    with pytest.raises(MissingFonts) as refusal:
        find_fonts([folder], ())
    assert str(refusal.value) == (
        "这台机器上没有楷体、仿宋字体：请安装 Debian 软件包 texlive-lang-chinese"
        "（楷体也可用 fonts-arphic-gkai00mp，其余也可用 fonts-noto-cjk），"
        "或者把字体文件放进 FONT_DIRS 所指的文件夹。"
    )


def as_text(path: Path) -> None:
    path.write_text("仿宋", encoding="utf-8")


def cut_off(length: int) -> Callable[[Path], None]:
    def cut(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:length])

    cut.__name__ = f"cut_to_{length}"
    return cut


def without_number_of_fonts(path: Path) -> None:
    content = save_collection(path, font("SimSun", "中")).read_bytes()
    path.write_bytes(content[:8] + b"\xff" * 4 + content[12:])


def linked_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("nothing")


def linked_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def piped(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def with_a_damaged(table: str) -> Callable[[Path], None]:
    def harm(path: Path) -> None:
        damage(path, table)

    harm.__name__ = f"damaged_{table}"
    return harm


def without_widths(path: Path) -> None:
    with TTFont(path) as made:
        made["hhea"].numberOfHMetrics = 0
        made.save(path)


BROKEN = [
    *map(cut_off, (0, 8, 200, -4)),
    *map(with_a_damaged, ("cmap", "name")),
    without_widths, as_text, linked_to_nothing, linked_to_itself, piped,
]  # fmt: skip


@pytest.mark.parametrize("spoil", BROKEN, ids=lambda spoil: spoil.__name__)
def test_a_broken_file_is_skipped_and_reported_and_the_rest_goes_on(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    path = folder / "fang.ttf"
    spoil(path)
    book = find_fonts([folder])
    assert book.font(Face.FANG).family == "FandolFang"
    assert book.font(Face.HEI).family == "SimHei"
    assert book.skipped == (path,)


def test_a_broken_collection_is_skipped_too(folder: Path) -> None:
    without_number_of_fonts(folder / "x.ttc")
    assert find_fonts([folder], ()).skipped == (folder / "x.ttc",)


def test_a_broken_file_that_nothing_can_take_the_place_of_is_named(folder: Path) -> None:
    damage(folder / "fang.ttf", "cmap")
    with pytest.raises(MissingFonts) as refusal:
        find_fonts([folder], ())
    assert str(refusal.value).startswith("这台机器上没有仿宋字体：")
    assert str(refusal.value).endswith(
        f"读不了的字体文件已跳过：{folder / 'fang.ttf'}，请换一份，或者移走。"
    )


def test_what_cannot_even_be_looked_at_holds_no_fonts() -> None:
    assert cuts(Path("/") / f"{'x' * 300}.ttf") == ()


def test_a_folder_named_like_a_font_is_a_folder(folder: Path) -> None:
    (folder / "x.ttf").mkdir()
    (folder / "x.ttf" / "y.ttf").symlink_to(folder)
    assert find_fonts([folder], ()).skipped == ()


def test_a_fallback_that_turns_out_damaged_prints_nothing(folder: Path) -> None:
    damage(save(font("Noto Serif CJK SC", "喆"), folder / "noto.ttf"), "cmap")
    assert find_fonts([folder], ()).lacking(Face.FANG, "喆") == {"喆": None}


def test_an_edition_may_prefer_other_fonts(folder: Path) -> None:
    save(font("华文仿宋", "中文"), folder / "st.ttf")
    book = find_fonts([folder], (), {Face.FANG: ("没有这种字体", "华文仿宋")})
    assert [each.family for each in book.fonts[Face.FANG]] == ["华文仿宋", "仿宋_GB2312"]
    assert book.font(Face.KAI).family == "楷体"


def test_the_fonts_of_a_machine_can_be_listed(folder: Path) -> None:
    save(font("仿宋_GB2312", "中", style="Bold"), folder / "bold.ttf")
    (folder / "broken.ttf").write_text("")
    assert font_names([folder], ()) == tuple(sorted(FACES.values()))
    for name in font_names():
        assert find_fonts([], preferred={Face.FANG: (name,)}).font(Face.FANG).family == name


def test_bold_type_is_the_bold_cut_of_the_family_where_there_is_one(folder: Path) -> None:
    save(font("SimHei", "中文", style="Bold"), folder / "bold.ttf")
    book = find_fonts([folder], ())
    assert book.font(Face.HEI, bold=True).path == folder / "bold.ttf"
    assert book.font(Face.HEI).path == folder / "hei.ttf"
    assert book.font_for(Face.HEI, "中", bold=True) == book.font(Face.HEI, bold=True)
    assert book.lacking(Face.HEI, "文") == {"文": None}
    assert book.lacking(Face.HEI, "文", bold=True) == {}
    assert book.font(Face.KAI, bold=True) == book.font(Face.KAI)


def test_type_without_a_bold_cut_is_emboldened_but_what_is_bold_by_itself() -> None:
    book = find_fonts()
    assert [face for face in Face if book.emboldened(face)] == [Face.KAI, Face.FANG]


def test_a_font_put_in_the_place_of_another_is_read_anew(folder: Path) -> None:
    path = folder / "fang.ttf"
    before = find_fonts([folder], ()).font(Face.FANG)
    assert not before.covers("文")
    save(font("仿宋_GB2312", "文"), path)
    os.utime(path, ns=(0, before.changed + 1))
    assert find_fonts([folder], ()).font(Face.FANG).covers("文")


def test_characters_that_a_face_lacks_come_from_another_font(folder: Path) -> None:
    save(font("Noto Serif CJK SC", "喆"), folder / "noto.ttf")
    book = find_fonts([folder], ())
    noto = book.fonts[Face.FANG][-1]
    assert noto.family == "Noto Serif CJK SC"
    assert book.lacking(Face.FANG, "中喆 喆😀\ufe00") == {"喆": noto, "😀": None}
    assert book.font_for(Face.FANG, "中") == book.font(Face.FANG)


def test_rare_characters_in_names_are_on_every_machine() -> None:
    book = find_fonts()
    for face in Face:
        assert None not in book.lacking(face, "喆珺旸昇堃𠮷").values()


def test_the_screen_looks_for_the_same_names() -> None:
    assert screen_families(Face.SONG) == (
        "宋体",
        "SimSun",
        "方正书宋_GBK",
        "方正书宋简体",
        "华文宋体",
        "STSong",
        "FandolSong-Regular",
        "Noto Serif CJK SC",
    )


def test_the_names_that_an_edition_prefers_come_first_on_the_screen_too() -> None:
    assert screen_families(Face.SONG, ("华文中宋", "宋体"))[:3] == ("华文中宋", "宋体", "SimSun")


def test_files_that_were_skipped_are_named_in_a_sentence() -> None:
    assert skipped_note(()) == ""
    assert skipped_note((Path("/a.ttf"), Path("/b.ttf"))) == (
        "读不了的字体文件已跳过：/a.ttf、/b.ttf，请换一份，或者移走。"
    )
