"""What comes in is what can go out again."""

import unicodedata
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.document.normalising import normalise, normalise_line, without_blanks

ANY_TEXT = st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Zl", "Zp"]))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("稳中求进，“五稳”目标。", "稳中求进，“五稳”目标。"),
        # Line ends of every kind.
        ("甲\r\n乙", "甲\n乙"),
        ("甲\r乙", "甲\n乙"),
        ("甲\r\r\n\n乙", "甲\n\n\n乙"),
        ("甲\x0b乙\x0c丙\x85丁\u2028戊\u2029己", "甲\n乙\n丙\n丁\n戊\n己"),
        # Blanks stay, a tab is one.
        ("甲\t乙", "甲 乙"),
        (" 甲\u3000乙\xa0", " 甲\u3000乙\xa0"),
        # Control characters and lone surrogates go.
        ("甲\x00\x01\x08\x0e\x1b\x1c\x1f\x7f\x80\x9f乙", "甲乙"),
        ("甲\ud800乙\udfff", "甲乙"),
        # What cannot be seen goes: zero width, directions, soft hyphen, marks of order, tags.
        ("甲\u200b\u200c\u200d\u2060\ufeff乙", "甲乙"),
        ("甲\u200e\u200f\u061c\u202a\u202e\u2066\u2069乙", "甲乙"),
        ("甲\xad\u180e\ufff9\ufffb\U000e0001\U000e0041乙", "甲乙"),
        # Noncharacters go, in every plane.
        ("甲\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff乙", "甲乙"),
        # Letters and their accents come together, also where something stood between.
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("\u212b", "\xc5"),
        ("か\u3099", "が"),
        # Rare Han, variation selectors, radicals, private use and unknown characters stay.
        ("㐀𠀀𪚥𫠝𰻞", "㐀𠀀𪚥𫠝𰻞"),
        ("葛\U000e0100辻\ufe00", "葛\U000e0100辻\ufe00"),
        ("\ue000\U000f0000\u0378", "\ue000\U000f0000\u0378"),
        ("😀☎\ufe0f", "😀☎\ufe0f"),
        # Compatibility ideographs stand in names of people: NFC would replace them.
        ("\uf900\ufa0e\U0002f81a", "\uf900\ufa0e\U0002f81a"),
        ("\uf900e\u0301\uf9d0", "\uf900é\uf9d0"),
    ],
)
def test_normalise(typed: str, kept: str) -> None:
    assert normalise(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  在会议上的讲话\u3000", "在会议上的讲话"),
        ("上半年\r\n工作", "上半年 工作"),
        ("\n\x0b\n", ""),
        ("\u200b 局长\t", "局长"),
    ],
)
def test_a_field_of_one_line_has_no_line_ends_and_no_outer_blanks(typed: str, kept: str) -> None:
    assert normalise_line(typed) == kept


def test_names_are_compared_without_blanks() -> None:
    assert without_blanks(" 投\u3000资\t总\n额\xa0") == "投资总额"


@given(ANY_TEXT)
def test_normalising_twice_is_normalising_once(typed: str) -> None:
    assert normalise(normalise(typed)) == normalise(typed)
    assert normalise_line(normalise_line(typed)) == normalise_line(typed)


@given(ANY_TEXT)
def test_what_is_kept_goes_through_utf_8_and_xml(typed: str) -> None:
    kept = normalise(typed)
    assert kept.encode().decode() == kept
    element = ET.Element("p")
    element.text = kept
    assert (ET.fromstring(ET.tostring(element, "utf-8")).text or "") == kept  # noqa: S314 - our own


@given(ANY_TEXT)
def test_what_can_be_seen_is_kept(typed: str) -> None:
    def seen(text: str) -> str:
        return "".join(
            each
            for each in unicodedata.normalize("NFD", text)
            if each.isprintable() and each != " "
        )

    assert seen(normalise(typed)) == seen(typed)


@given(ANY_TEXT)
def test_only_the_line_feed_ends_a_line(typed: str) -> None:
    kept = normalise(typed)
    assert kept.splitlines() == kept.removesuffix("\n").split("\n") or not kept
