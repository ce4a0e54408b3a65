"""Which font file plays which face, and which of its characters it lacks.

Licensed fonts are named first; the free ones of Debian stand behind them. A bureau drops its
fonts into a folder and they win. Files are read once and kept by path and time of change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from speeches.typeset.edition import Face
from speeches.typeset.units import needs_glyph


class FontError(Exception):
    """Fonts are missing or cannot be read; the message is a sentence for the user."""


class MissingFonts(FontError):
    """No font on this machine can play some face."""


class BrokenFont(FontError):
    """A font file cannot be read."""


class _Part(NamedTuple):
    """A face as users know it, and the names of the fonts that may play it, best first."""

    chinese: str
    names: tuple[str, ...]


FALLBACK = "Noto Serif CJK SC"  # prints whatever the other fonts lack


def _part(chinese: str, *names: str) -> _Part:
    return _Part(chinese, tuple(name for line in names for name in line.split(", ")))


# Names of families, full names or PostScript names; upper and lower case are alike. In each
# entry: the names of the standard's fonts, the same cut by other foundries, the free ones.
PARTS: Mapping[Face, _Part] = MappingProxyType(
    {
        Face.BIAOSONG: _part(
            "小标宋",
            "方正小标宋_GBK, FZXiaoBiaoSong-B05",
            "方正小标宋简体, FZXiaoBiaoSong-B05S",
            "FandolSong-Bold, NotoSerifCJKsc-Bold",
        ),
        Face.HEI: _part(
            "黑体",
            "黑体, SimHei",
            "方正黑体_GBK, 方正黑体简体, 华文黑体, STHeiti",
            "FandolHei-Regular, NotoSansCJKsc-Regular, Noto Sans CJK SC",
        ),
        Face.KAI: _part(
            "楷体",
            "楷体_GB2312, KaiTi_GB2312, 楷体, KaiTi",
            "方正楷体_GBK, 方正楷体简体, 华文楷体, STKaiti",
            "FandolKai-Regular, AR PL KaitiM GB",
        ),
        Face.FANG: _part(
            "仿宋",
            "仿宋_GB2312, FangSong_GB2312, 仿宋, FangSong",
            "方正仿宋_GBK, 方正仿宋简体, 华文仿宋, STFangsong",
            "FandolFang-Regular, Noto Serif CJK SC",
        ),
        Face.SONG: _part(
            "宋体",
            "宋体, SimSun",
            "方正书宋_GBK, 方正书宋简体, 华文宋体, STSong",
            "FandolSong-Regular, Noto Serif CJK SC",
        ),
    }
)

SYSTEM_FOLDERS = (
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    Path("/usr/share/fonts/opentype/noto"),
    Path("/usr/share/fonts/truetype/arphic-gkai00mp"),
)
_COLLECTIONS = (".ttc", ".otc")
_SUFFIXES = (".ttf", ".otf", *_COLLECTIONS)


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font: a file, or number `index` of a collection (None: the file is no collection).

    `changed` is the file's time of change in ns: another file under the same path is another font.
    """

    path: Path
    changed: int
    index: int | None
    family: str
    postscript: str

    def covers(self, character: str) -> bool:
        """Whether the font can print this code point; blanks and selectors need no glyph."""
        return not needs_glyph(character) or ord(character) in _code_points(self)


@dataclass(frozen=True, slots=True)
class FontBook:
    """For every face the fonts that play it: the first does, the others supply what it lacks."""

    fonts: Mapping[Face, tuple[FontFile, ...]]

    def font(self, face: Face) -> FontFile:
        """The font that plays a face."""
        return self.fonts[face][0]

    def font_for(self, face: Face, character: str) -> FontFile | None:
        """The font that prints a character set in a face; None: none has it."""
        return next((font for font in self.fonts[face] if font.covers(character)), None)

    def lacking(self, face: Face, text: str) -> dict[str, FontFile | None]:
        """The characters of `text` that the face's own font lacks, and what prints them."""
        own = self.font(face)
        return {
            character: self.font_for(face, character)
            for character in dict.fromkeys(text)
            if not own.covers(character)
        }


def find_fonts(folders: Sequence[Path] = (), system: Sequence[Path] = SYSTEM_FOLDERS) -> FontBook:
    """The fonts for every face, from the bureau's folders first, then from the system's.

    Raises MissingFonts where a face has none, BrokenFont for a file that is no font.
    """
    named: dict[str, FontFile] = {}
    for folder in (*folders, *system):
        for path in _files(folder):
            for name, font in _names(path):
                named.setdefault(name, font)
    found = {face: _players(part, named) for face, part in PARTS.items()}
    _refuse_missing([PARTS[face] for face, fonts in found.items() if not fonts])
    return FontBook(MappingProxyType(found))


def screen_families(face: Face) -> tuple[str, ...]:
    """The names under which a reader's own machine may have the fonts of a face."""
    return tuple(dict.fromkeys((*PARTS[face].names, FALLBACK)))


def _players(part: _Part, named: Mapping[str, FontFile]) -> tuple[FontFile, ...]:
    own = [named[name.casefold()] for name in part.names if name.casefold() in named]
    fallback = [named[FALLBACK.casefold()]] if own and FALLBACK.casefold() in named else []
    return tuple(dict.fromkeys(own + fallback))


def _refuse_missing(parts: list[_Part]) -> None:
    if not parts:
        return
    names = "、".join(part.chinese for part in parts)
    raise MissingFonts(
        f"这台机器上没有{names}字体：请安装 Debian 软件包 texlive-lang-chinese"
        "（楷体也可用 fonts-arphic-gkai00mp，其余也可用 fonts-noto-cjk），"
        "或者把字体文件放进 FONT_DIRS 所指的文件夹。"
    )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)


def _names(path: Path) -> tuple[tuple[str, FontFile], ...]:
    with reading(path):
        return _read_names(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1024)
def _read_names(path: Path, changed: int) -> tuple[tuple[str, FontFile], ...]:
    """Every name that a file answers to, case folded, with the font it names."""
    with path.open("rb") as stream:
        if path.suffix.lower() not in _COLLECTIONS:
            return tuple(_names_of(TTFont(stream, lazy=True), path, changed, None))
        return tuple(
            pair
            for index, font in enumerate(TTCollection(stream, lazy=True).fonts)
            for pair in _names_of(font, path, changed, index)
        )


def _names_of(
    font: TTFont, path: Path, changed: int, index: int | None
) -> list[tuple[str, FontFile]]:
    """Full and PostScript names; the family's too, unless this is its bold or italic."""
    tables = font.reader.tables.values()
    if max(table.offset + table.length for table in tables) > path.stat().st_size:
        raise TTLibError("cut short")  # the commonest damage: a copy that was broken off
    table = font["name"]
    family, postscript = str(table.getBestFamilyName()), str(table.getDebugName(6))
    file = FontFile(path, changed, index, family, postscript)
    wanted = (4, 6) if font["head"].macStyle else (1, 4, 6, 16)
    names = {str(name).casefold() for name in table.names if name.nameID in wanted}
    return [(name, file) for name in sorted(names)]


@lru_cache(maxsize=64)
def _code_points(file: FontFile) -> frozenset[int]:
    with reading(file.path), file.path.open("rb") as stream:
        font = TTFont(stream, fontNumber=file.index or 0, lazy=True)
        return frozenset(font.getBestCmap() or ())


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turns whatever goes wrong over a damaged file into a sentence."""
    try:
        yield
    except Exception as error:  # fontTools raises whatever the damage leads to
        raise BrokenFont(f"字体文件 {path} 已损坏或者不是字体：请换一份，或者移走。") from error
