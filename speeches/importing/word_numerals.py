"""The number formats of Word's automatic lists (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from speeches.document.numbering import han

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
# No list in a document is longer; a hostile one must not write pages of Ⅿ or of a.
_LONGEST = 999


def roman(number: int) -> str:
    """`number` in Roman numerals, from 1 to 999."""
    written = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        written += letters * count
    return written


def lettered(number: int) -> str:
    """a … z, aa, bb … as Word goes on after z."""
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (rounds + 1)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _signs(first: str, count: int) -> str:
    return "".join(chr(ord(first) + offset) for offset in range(count))


def _in(signs: dict[int, int]) -> Callable[[int], str]:
    """壹 … 壹拾壹: unlike in 十一 there is a one before the ten."""
    return lambda number: ("一" * (10 <= number <= 19) + han(number)).translate(signs)


def _digits(signs: dict[int, int]) -> Callable[[int], str]:
    return lambda number: str(number).translate(signs)


_CIRCLED = _one_of(_signs("①", 20) + _signs("㉑", 15) + _signs("㊱", 15))

FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalHalfWidth": str,
        "decimalZero": "{:02}".format,
        "numberInDash": "- {} -".format,
        "decimalFullWidth": _digits(_FULL_WIDTH),
        "decimalFullWidth2": _digits(_FULL_WIDTH),
        "upperRoman": roman,
        "lowerRoman": lambda number: roman(number).lower(),
        "upperLetter": lambda number: lettered(number).upper(),
        "lowerLetter": lettered,
        # Japanese and Taiwanese styles are common in files from China: 一、 often is one.
        "chineseCounting": han,
        "chineseCountingThousand": han,
        "japaneseCounting": han,
        "taiwaneseCounting": han,
        "taiwaneseCountingThousand": han,
        "koreanCounting": han,
        "ideographDigital": _digits(_HAN_DIGITS),
        "japaneseDigitalTenThousand": _digits(_HAN_DIGITS),
        "taiwaneseDigital": _digits(_HAN_DIGITS),
        "chineseLegalSimplified": _in(_LEGAL),
        "ideographLegalTraditional": _in(_LEGAL_TRADITIONAL),
        "decimalEnclosedCircle": _CIRCLED,
        "decimalEnclosedCircleChinese": _CIRCLED,
        "ideographEnclosedCircle": _one_of(_signs("㊀", 10)),
        "decimalEnclosedParen": _one_of(_signs("⑴", 20)),
        "decimalEnclosedFullstop": _one_of(_signs("⒈", 20)),
        "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
        "none": lambda _: "",
    }
)


def numeral(number: int, form: str) -> str:
    """`number` as the format `form` of Word writes it; in digits where the form is not known."""
    write = FORMATS.get(form, str)
    return write(number) if 1 <= number <= _LONGEST else str(number)
