"""Where a line may end: a grade for every position of a text.

The rules, GB/T 15834—2011 5.1 unless another source is named:

- an opening bracket or quotation mark, or a sign of money, stays with what follows it;
- a closing one, a stop, a comma, a single dash between two things (连接号), a middle dot, a sign
  of measure or a plus behind something (互联网+) stays with what goes before it: where it would
  start a line, the character before it comes down with it (追出), or it is drawn in (追入);
- both hold across blanks, which stand in brackets to be filled in: （　　）;
- —— and …… are not split; neither is what stands on both sides of / (分隔号);
- a number with its sign (−, ±, ≥), its separators (1,000 or 1 000, 15:40, 1∶500, 2×3) and its
  unit sign, with a blank between or without, is not split (GB/T 15835—2011 5.1.7), nor is a word
  in Latin, Greek or Cyrillic letters;
- a word of 16 characters or more (an address of the Web, say) may be split where nothing else
  makes a good line, behind one of its signs (/ . - ? & = _ : @) if that will do;
- a character is not parted from its marks: variation selectors, accents, joined emoji.
"""

from __future__ import annotations

import re
from enum import IntEnum

from speeches.typeset.characters import BLANKS, CONTINUATION, MARKS, cluster_pattern

LONG_WORD = 16


class Grade(IntEnum):
    """How bad it is to end a line here, from freely to never."""

    FREE = 0
    SIGN = 1  # in a long word, behind a sign
    WORD = 2  # in a long word
    UNIT = 3  # in what belongs together: only where it is longer than a line
    CLUSTER = 4  # in a character: only where that is wider than a line
    BLANK = 5  # behind a blank or in a row of them: the line ends before it


_MEASURES = "%％﹪‰°℃℉′″㎎㎏㎜㎝㎞㎡㎥㏄"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
NEVER_LAST = "“‘〝（《〈「『【〔〖［｛([{￥¥＄$€£№#＃"
NEVER_FIRST = f"。，、；：？！．”’〞）》〉」』】〕〗］｝,.;:!?)]}}‼⁇⁈⁉·・~～{_MEASURES}{_RAISED}"
_GLUE = "/／\u00a0\u202f\u2060"
_DASH = "—―"
_DOTS = "…⋯"
_PLUS = "+＋"
_SIGN = f"{_PLUS}\\-−±－<>≤≥＜＞=＝≈≠×÷"
_CONNECTOR = "\\-–－"
_DIGIT = "0-9０-９"
_LATIN = "A-Za-zＡ-Ｚａ-ｚÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿ"
_LETTER = _DIGIT + _LATIN + _RAISED
_JOINER = ".,:'’&@_=?#%$+\\-"
_COUNTING = "·．：∶×÷＋°′"  # tie two digits
_TYING_BLANK = (  # 1 000, 5 km
    f"(?<=[{_DIGIT}])[ \u2009](?=[{_DIGIT}]{{3}}(?![{_DIGIT}])|[A-Za-zμΩ]{{1,4}}(?![A-Za-z]))"
)
_PLAIN = "〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff"  # 汉字: between two of them a line may end


def grades(text: str) -> bytearray:
    """The Grade of every position of a text without line breaks, both its ends included.

    Position i is the one before text[i]. Time grows with the length of the text.
    """
    found = bytearray(len(text) + 1)
    for match in _UNIT.finditer(text):
        start, end = match.span("unit")
        if end - start > 1:
            found[start + 1 : end] = bytes([Grade.UNIT]) * (end - start - 1)
            if end - start >= LONG_WORD:
                _grade_words(text, start, end, found)
    for match in _BLANK_RUN.finditer(text):
        start, end = match.span()
        found[start + 1 : end + 1] = bytes([Grade.BLANK]) * (end - start)
    for match in CONTINUATION.finditer(text):
        start, end = match.span()
        found[start:end] = bytes([Grade.CLUSTER]) * (end - start)
    return found


def inside_clusters(found: bytearray) -> list[int]:
    """The positions, in a text of these grades, of characters that belong to the one before."""
    positions: list[int] = []
    at = found.find(Grade.CLUSTER)
    while at >= 0:
        positions.append(at)
        at = found.find(Grade.CLUSTER, at + 1)
    return positions


def _grade_words(text: str, start: int, end: int, found: bytearray) -> None:
    """Let the long words of a unit be split."""
    for match in _LONG_WORD.finditer(text, start, end):
        first, last = match.span()
        found[first + 1 : last] = bytes([Grade.WORD]) * (last - first - 1)
        for sign in _BEHIND_SIGN.finditer(text, first + 1, last):
            found[sign.start()] = Grade.SIGN


def _unit_pattern() -> str:
    """Blanks; or a unit: opening marks, a core, closing marks, tied to another such by a slash.
    Plain 汉字 before either are passed over, all but one that may belong to what follows.

    The quantifiers are possessive: no text makes the search go back over what it has read.
    """
    escaped = {name: re.escape(chars) for name, chars in _SETS.items()}
    digit, letter = f"[{_DIGIT}]", f"[{_LETTER}]{MARKS}"
    blank = f"[{escaped['blank']}]"
    opening = f"[{escaped['opening']}]{MARKS}{blank}*+"
    connector = f"(?:(?<={digit})[{_CONNECTOR}]|[{_CONNECTOR}{_PLUS}](?!{digit}))"
    single_dash = f"[{_DASH}](?![{_DASH}])"
    closing = f"{blank}*+(?:[{escaped['closing']}]|{connector}|{single_dash}){MARKS}"
    counting = f"(?<={digit})[{_COUNTING}](?={digit})"
    joiner = f"(?:[{_JOINER}]|{counting}|°(?=[CF])|{_TYING_BLANK})"
    word = f"(?:[{_SIGN}](?={digit}))?+{letter}(?:{joiner}?{letter})*+"
    run = f"[{_DASH}]{{2,}}+|[{_DOTS}]++"
    other = cluster_pattern(f"[^{''.join(escaped.values())}\\n]")
    core = f"(?:{word}|{run}|{other})"
    part = f"(?:{opening})*+(?:{core})?+(?:{closing})*+"
    unit = f"{part}(?:[{escaped['glue']}]{MARKS}{part})*+"
    return f"(?:[{_PLAIN}]+(?=[{_PLAIN}]))?+(?:{blank}++|(?P<unit>{unit}))"


_SETS = {"opening": NEVER_LAST, "closing": NEVER_FIRST, "glue": _GLUE, "blank": BLANKS}
_UNIT = re.compile(_unit_pattern())
_BLANK_RUN = re.compile(f"[{BLANKS}]+")
_LONG_WORD = re.compile(
    f"(?=[^{_LATIN}]{{0,{LONG_WORD}}}[{_LATIN}])[{_LETTER}{_JOINER}/／]{{{LONG_WORD},}}+"
)
_BEHIND_SIGN = re.compile(f"(?<=[/／.\\-?&=_:@#])(?=[{_LETTER}])")
