"""Which font file plays which face."""

import os
from pathlib import Path

import pytest

from speeches.typeset.edition import Face
from speeches.typeset.fonts import (
    BrokenFont,
    FontFile,
    MissingFonts,
    find_fonts,
    screen_families,
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


@pytest.mark.parametrize("length", [0, 8, 200, -4])
def test_a_damaged_font_is_named(folder: Path, length: int) -> None:
    path = folder / "fang.ttf"
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(BrokenFont) as refusal:
        find_fonts([folder], ())
    assert str(refusal.value) == f"字体文件 {path} 已损坏或者不是字体：请换一份，或者移走。"


def test_a_damaged_collection_is_named(folder: Path) -> None:
    path = save_collection(folder / "x.ttc", font("SimSun", "中"))
    content = path.read_bytes()
    path.write_bytes(content[:8] + b"\xff" * 4 + content[12:])  # the number of its fonts
    with pytest.raises(BrokenFont) as refusal:
        find_fonts([folder], ())
    assert str(refusal.value) == f"字体文件 {path} 已损坏或者不是字体：请换一份，或者移走。"


def test_a_font_with_a_damaged_character_map_is_named_when_it_is_read(folder: Path) -> None:
    path = folder / "fang.ttf"
    damage(path, "cmap")
    file = find_fonts([folder], ()).font(Face.FANG)
    with pytest.raises(BrokenFont) as refusal:
        file.covers("中")
    assert str(refusal.value) == f"字体文件 {path} 已损坏或者不是字体：请换一份，或者移走。"


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
