"""Which font file plays which face, and which of its characters it lacks.

Licensed fonts are named first; the free ones of Debian stand behind them. A bureau drops its
fonts into a folder and they win. Files are read once and kept by path and time of change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from speeches.typeset.charts import SUFFIXES, BrokenFont, Cut, FontError, FontFile, cuts, reading
from speeches.typeset.edition import Face

__all__ = [
    "FALLBACK", "GETA", "PARTS", "SYSTEM_FOLDERS", "BrokenFont", "FontBook", "FontError",
    "FontFile", "MissingFonts", "find_fonts", "font_names", "reading", "screen_families",
    "skipped_note",
]  # fmt: skip

GETA = "〓"  # what Chinese print puts in the place of a character that it does not have


class MissingFonts(FontError):
    """No font on this machine can play some face."""


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


@dataclass(frozen=True, slots=True)
class FontBook:
    """For every face the fonts that play it: the first does, the others supply what it lacks.

    `bold`: the bold cuts of those that have one. `skipped`: files that could not be read.
    """

    fonts: Mapping[Face, tuple[FontFile, ...]]
    bold: Mapping[Face, FontFile] = field(default_factory=dict)
    skipped: tuple[Path, ...] = ()

    def font(self, face: Face, bold: bool = False) -> FontFile:
        """The font that plays a face."""
        return self.players(face, bold)[0]

    def players(self, face: Face, bold: bool = False) -> tuple[FontFile, ...]:
        """All fonts that play a face, in the order in which they are asked for a character."""
        cut = self.bold.get(face) if bold else None
        return (cut, *self.fonts[face]) if cut else self.fonts[face]

    def emboldened(self, face: Face) -> bool:
        """Whether bold type of a face is the regular cut, which the painter must embolden.

        What is bold by itself (小标宋) stays as it is.
        """
        return face not in self.bold and face is not Face.BIAOSONG

    def font_for(self, face: Face, character: str, bold: bool = False) -> FontFile | None:
        """The font that prints a character set in a face; None: none has it."""
        return next((font for font in self.players(face, bold) if font.covers(character)), None)

    def lacking(self, face: Face, text: str, bold: bool = False) -> dict[str, FontFile | None]:
        """The characters of `text` that the face's own font lacks, and what prints them."""
        own = self.font(face, bold)
        return {
            character: self.font_for(face, character, bold)
            for character in dict.fromkeys(text)
            if not own.covers(character)
        }


def find_fonts(
    folders: Sequence[Path] = (),
    system: Sequence[Path] = SYSTEM_FOLDERS,
    preferred: Mapping[Face, tuple[str, ...]] = MappingProxyType({}),
) -> FontBook:
    """The fonts for every face, from the bureau's folders first, then from the system's.

    `preferred` names fonts that come before those of PARTS. A file that cannot be read is skipped.
    Raises MissingFonts where a face has no font.
    """
    shelf = _shelf([*folders, *system])
    found = {
        face: shelf.players((*preferred.get(face, ()), *part.names)) for face, part in PARTS.items()
    }
    skipped = tuple(dict.fromkeys(shelf.skipped))
    _refuse_missing([PARTS[face] for face, fonts in found.items() if not fonts], skipped)
    bold = {face: cut for face, fonts in found.items() if (cut := shelf.bold(fonts[0]))}
    return FontBook(MappingProxyType(found), MappingProxyType(bold), skipped)


def font_names(
    folders: Sequence[Path] = (), system: Sequence[Path] = SYSTEM_FOLDERS
) -> tuple[str, ...]:
    """The families on this machine, each a name that an edition may prefer."""
    shelf = _shelf([*folders, *system])
    return tuple(sorted({cut.file.family for cut in shelf.cuts if cut.is_regular}))


def screen_families(face: Face, preferred: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names under which a reader's own machine may have the fonts of a face."""
    return tuple(dict.fromkeys((*preferred, *PARTS[face].names, FALLBACK)))


class _Shelf(NamedTuple):
    """The fonts in some folders, under the names, case folded, that they answer to; `skipped`
    grows when one that was wanted turns out to be damaged."""

    named: Mapping[str, FontFile]
    cuts: Sequence[Cut]
    skipped: list[Path]

    def players(self, names: Iterable[str]) -> tuple[FontFile, ...]:
        """The fonts of these names, and behind them the one that prints whatever they lack."""
        own = [self.named[name] for name in map(str.casefold, names) if name in self.named]
        fallback = [self.named[FALLBACK.casefold()]] if FALLBACK.casefold() in self.named else []
        while own and not own[0].is_readable:
            self.skipped.append(own.pop(0).path)
        return tuple(dict.fromkeys(own + fallback)) if own else ()

    def bold(self, font: FontFile) -> FontFile | None:
        """The bold cut of a font's family, if it is another."""
        families = frozenset[str]().union(*(cut.families for cut in self.cuts if cut.file == font))
        bold = (cut.file for cut in self.cuts if cut.is_bold and cut.families & families)
        return next((file for file in bold if file != font and file.is_readable), None)


def _shelf(folders: Iterable[Path]) -> _Shelf:
    """Of two fonts that answer to one name the one found first has it."""
    named: dict[str, FontFile] = {}
    found: list[Cut] = []
    skipped: list[Path] = []
    for path in (path for folder in folders for path in _files(folder)):
        inside = cuts(path)
        skipped += [] if inside else [path]
        found += inside
        for cut in inside:
            for name in sorted(cut.names | cut.families if cut.is_regular else cut.names):
                named.setdefault(name, cut.file)
    return _Shelf(named, found, skipped)


def _files(folder: Path) -> list[Path]:
    """What looks like a font; a link that leads nowhere does too."""
    return sorted(
        path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and not path.is_dir()
    )


def _refuse_missing(parts: list[_Part], skipped: Sequence[Path]) -> None:
    if not parts:
        return
    names = "、".join(part.chinese for part in parts)
    raise MissingFonts(
        f"这台机器上没有{names}字体：请安装 Debian 软件包 texlive-lang-chinese"
        "（楷体也可用 fonts-arphic-gkai00mp，其余也可用 fonts-noto-cjk），"
        f"或者把字体文件放进 FONT_DIRS 所指的文件夹。{skipped_note(skipped)}"
    )


def skipped_note(skipped: Sequence[Path]) -> str:
    """Which files could not be read, in a sentence; empty for none."""
    if not skipped:
        return ""
    return f"读不了的字体文件已跳过：{'、'.join(map(str, skipped))}，请换一份，或者移走。"
