"""The number formats of Word's lists."""

import pytest

from speeches.importing.word_numerals import FORMATS, numeral

TABLE = {
    "decimal": ("1", "2", "10", "11", "21"),
    "decimalHalfWidth": ("1", "2", "10", "11", "21"),
    "decimalZero": ("01", "02", "10", "11", "21"),
    "numberInDash": ("- 1 -", "- 2 -", "- 10 -", "- 11 -", "- 21 -"),
    "decimalFullWidth": ("１", "２", "１０", "１１", "２１"),
    "decimalFullWidth2": ("１", "２", "１０", "１１", "２１"),
    "upperRoman": ("I", "II", "X", "XI", "XXI"),
    "lowerRoman": ("i", "ii", "x", "xi", "xxi"),
    "upperLetter": ("A", "B", "J", "K", "U"),
    "lowerLetter": ("a", "b", "j", "k", "u"),
    "chineseCounting": ("一", "二", "十", "十一", "二十一"),
    "chineseCountingThousand": ("一", "二", "十", "十一", "二十一"),
    "japaneseCounting": ("一", "二", "十", "十一", "二十一"),
    "taiwaneseCounting": ("一", "二", "十", "十一", "二十一"),
    "taiwaneseCountingThousand": ("一", "二", "十", "十一", "二十一"),
    "koreanCounting": ("一", "二", "十", "十一", "二十一"),
    "ideographDigital": ("一", "二", "一〇", "一一", "二一"),
    "japaneseDigitalTenThousand": ("一", "二", "一〇", "一一", "二一"),
    "taiwaneseDigital": ("一", "二", "一〇", "一一", "二一"),
    "chineseLegalSimplified": ("壹", "贰", "壹拾", "壹拾壹", "贰拾壹"),
    "ideographLegalTraditional": ("壹", "貳", "壹拾", "壹拾壹", "貳拾壹"),
    "decimalEnclosedCircle": ("①", "②", "⑩", "⑪", "㉑"),
    "decimalEnclosedCircleChinese": ("①", "②", "⑩", "⑪", "㉑"),
    "ideographEnclosedCircle": ("㊀", "㊁", "㊉", "11", "21"),
    "decimalEnclosedParen": ("⑴", "⑵", "⑽", "⑾", "21"),
    "decimalEnclosedFullstop": ("⒈", "⒉", "⒑", "⒒", "21"),
    "ideographTraditional": ("甲", "乙", "癸", "11", "21"),
    "ideographZodiac": ("子", "丑", "酉", "戌", "21"),
    "none": ("", "", "", "", ""),
}


@pytest.mark.parametrize(("form", "written"), TABLE.items())
def test_each_format_writes_1_2_10_11_and_21(form, written):
    assert tuple(numeral(number, form) for number in (1, 2, 10, 11, 21)) == written


def test_the_table_has_every_format():
    assert TABLE.keys() == FORMATS.keys()


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (27, "lowerLetter", "aa"),
        (54, "upperLetter", "BBB"),
        (944, "upperRoman", "CMXLIV"),
        (50, "decimalEnclosedCircle", "㊿"),
        (105, "chineseCounting", "一百零五"),
        (1000, "upperRoman", "1000"),
        (0, "chineseCounting", "0"),
        (3, "hex", "3"),
    ],
)
def test_other_numbers_are_written_where_the_format_can(number, form, written):
    assert numeral(number, form) == written
