"""What stands above the opening: title, subtitle, speaker, date and salutation, in any order."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from speeches.importing.numbers import OUTLINE_FORMS, number_at
from speeches.importing.pieces import Role
from speeches.importing.words import one_of, words

_LISTS = "title_block"
_LONGEST_LINE = 60
MOST_LINES = 12
_ENDS_A_SENTENCE = tuple("。；，！？;,!?")
_DASHES = "—－-–― "
_HAN = "[\u4e00-\u9fff]"
_BLANKS = "[ \u3000]*"
_MASKED = rf"[xX×*＊某]{_BLANKS}[xX×*＊某](?:{_BLANKS}[xX×*＊某])?|{_HAN}{_BLANKS}[xX×*＊某]{{1,2}}"
_NAME = rf"{_HAN}(?:{_BLANKS}[\u4e00-\u9fff·]){{1,3}}|{_MASKED}"
_KNOWN_NAME = (
    rf"(?:{one_of(words(_LISTS, 'surnames'))})(?:{_BLANKS}[\u4e00-\u9fff·]){{1,2}}|{_MASKED}"
)
_POST = rf"[\u4e00-\u9fffxX×*＊、（）()“”\s]*(?:{one_of(words(_LISTS, 'posts'))})"
_NO_NAME = rf"(?:{one_of((*words(_LISTS, 'posts'), *words(_LISTS, 'units'), '副'))})"
_LABEL = rf"(?:(?:{one_of(words(_LISTS, 'labels'))})[：:\s]*)?"
_POST_AND_NAME = re.compile(
    rf"{_LABEL}(?P<post>{_POST})[ \u3000：:]*(?P<name>(?!{_NO_NAME})(?:{_NAME}))"
)
_NAME_AND_POST = re.compile(
    rf"{_LABEL}(?P<name>{_KNOWN_NAME})"
    rf"(?:[ \u3000]+(?P<post>{_POST})|[ \u3000]*[（(](?P<inside>{_POST})[）)])"
)
_NAME_ALONE = re.compile(rf"{_LABEL}(?P<name>{_KNOWN_NAME})")
_POST_ALONE = re.compile(rf"{_POST}|[\u4e00-\u9fff]+(?:{one_of(words(_LISTS, 'units'))})")
_ADDRESSED = re.compile(rf"[^。；：？！]*(?:{one_of(words(_LISTS, 'addressed'))})")
_AND = re.compile("[，,、 \u3000]")
_TITLE_END = re.compile(rf"(?:{one_of(words(_LISTS, 'title_ends'))})(?:[（(][^（）()]*[）)])?$")
_DIGIT = "[0-9０-９〇零一二三四五六七八九十xX×*＊]"
_DATE = re.compile(
    rf"(?P<year>{_DIGIT}{{2,4}})\s*年\s*(?P<month>{_DIGIT}{{1,3}})\s*月\s*(?:(?P<day>{_DIGIT}{{1,3}})\s*日)?"
    r"|(?P<iso>\d{4}[-./]\d{1,2}[-./]\d{1,2})"
)
_WHEN = re.compile(rf"^(?:讲话|会议)?(?:时间|日期){_BLANKS}[：:]{_BLANKS}$")
_LONGEST_NOTE = 40
_LONGEST_PLACE = 10
_ENDS_A_SALUTATION = tuple("：:！!，,")
_BRACKETED = re.compile("[（(]([^（）()]*)[）)](.*)")


_FILE = re.compile(r"\.(?:docx?|wps|pdf|txt)$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A line that says when: the day, if it is one, and what else it says."""

    date: datetime.date | None
    note: str


def lines_above(texts: Sequence[str]) -> list[Role]:
    """What the first of `texts` are; where the list ends, the opening begins."""
    height = _height(texts)
    if height and is_salutation(texts[height - 1]):
        return [*_named(texts[: height - 1]), Role.SALUTATION]
    return _named(texts[:height])


def is_salutation(text: str) -> bool:
    """同志们： or 尊敬的各位领导，同志们： on a line of its own."""
    if len(text) > _LONGEST_LINE or not text.endswith(_ENDS_A_SALUTATION):
        return False
    addressed = [each for each in _AND.split(text[:-1]) if each]
    return bool(addressed) and all(_ADDRESSED.fullmatch(each) for each in addressed)


def subtitle_of(text: str) -> str:
    """Without the dash that the page sets before it."""
    return text.lstrip(_DASHES)


def post_and_name(text: str) -> tuple[str, str]:
    """局长 陈志远 or 陈志远（局长） as post and name; what is no name is a post."""
    text = unbracketed(text)
    turned = _NAME_AND_POST.fullmatch(text)
    if turned:
        return turned["post"] or turned["inside"], turned["name"]
    both = _POST_AND_NAME.fullmatch(text)
    if both:
        return both["post"].strip(), both["name"]
    alone = _NAME_ALONE.fullmatch(text)
    if alone and not _POST_ALONE.fullmatch(text):
        return "", alone["name"]
    return text, ""


def dated(text: str) -> Dated:
    """（2020年7月30日，根据录音整理）: the day and the note; a note in brackets keeps them."""
    bracketed = _BRACKETED.fullmatch(text)
    inside, behind = bracketed.groups() if bracketed else (text, "")
    found = _DATE.search(inside)
    day = _day(found) if found else None
    if found is None or day is None:
        return Dated(None, text if behind else inside)
    said = (inside[: found.start()], inside[found.end() :])
    parts = (_WHEN.sub("", each.strip("，, \u3000")) for each in said)
    note = "，".join(filter(None, parts))
    return Dated(day, note if not behind else behind if not note else f"{note}，{behind}")


def unbracketed(text: str) -> str:
    """（市长 陈志远） without its brackets."""
    return text[1:-1] if len(text) > 2 and text[0] in "（(" and text[-1] in "）)" else text


def is_date(text: str) -> bool:
    """A line that says nothing but when, with a day of the week, a place or a note at most."""
    if _BRACKETED.fullmatch(text):
        return len(text) <= _LONGEST_NOTE and not _is_speaker(unbracketed(text))
    found = _DATE.search(text)
    if found is None:
        return False
    rest = text[: found.start()] + text[found.end() :]
    return len(rest) <= _LONGEST_PLACE and "在" not in rest and not _is_title(text)


def _is_speaker(text: str) -> bool:
    return any(form.fullmatch(text) for form in (_POST_AND_NAME, _NAME_AND_POST, _POST_ALONE))


def _day(found: re.Match[str]) -> datetime.date | None:
    try:
        if found["iso"]:
            return datetime.date(*map(int, re.split("[-./]", found["iso"])))
        return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except (TypeError, ValueError):  # masked, partly missing, or no day of the calendar
        return None


def _height(texts: Sequence[str]) -> int:
    for index, text in enumerate(texts[:MOST_LINES]):
        if is_salutation(text):
            return index + 1
        if _is_body(text, is_first=index == 0):
            return index
    return min(len(texts), MOST_LINES)


def _is_body(text: str, *, is_first: bool) -> bool:
    if len(text) > _LONGEST_LINE:
        return True
    if text.endswith(_ENDS_A_SENTENCE) and not (is_first and text.endswith(("！", "？"))):
        return True
    if text.endswith(("：", ":")) and not is_first:
        return True
    number = number_at(text)
    return not is_first and number is not None and number.form in OUTLINE_FORMS


def _named(texts: Sequence[str]) -> list[Role]:
    named: list[Role] = []
    for text in texts:
        named.append(_name(text, named, texts))
    return named


def _name(text: str, above: Sequence[Role], texts: Sequence[str]) -> Role:
    title = [texts[index] for index, line in enumerate(above) if line is Role.TITLE]
    if _FILE.sub("", text) != text and _FILE.sub("", text) in texts:
        return Role.UNRECOGNISED
    if is_date(text):
        return Role.UNRECOGNISED if Role.DATE in above else Role.DATE
    if title and text[0] in _DASHES and Role.SUBTITLE not in above:
        return Role.SUBTITLE
    speaker = _speaker(text, above)
    if speaker and (title or _is_above_title(speaker, texts[len(above) + 1 :])):
        return speaker
    return _more_title(text, title, above) if title else Role.TITLE


def _is_above_title(speaker: Role, below: Sequence[str]) -> bool:
    return speaker is Role.SPEAKER and any(map(_is_title, below))


def _is_title(text: str) -> bool:
    return _TITLE_END.search(text) is not None


def _speaker(text: str, above: Sequence[Role]) -> Role | None:
    text = unbracketed(text)
    is_post = _POST_ALONE.fullmatch(text) is not None and Role.POST not in above
    if Role.SPEAKER in above:
        return Role.POST if is_post and above[-1] is Role.SPEAKER else None
    if _POST_AND_NAME.fullmatch(text) or _NAME_AND_POST.fullmatch(text):
        return Role.SPEAKER
    if is_post:
        return Role.POST
    return Role.SPEAKER if _NAME_ALONE.fullmatch(text) else None


def _more_title(text: str, title: Sequence[str], above: Sequence[Role]) -> Role:
    """A further line of the title, or the meeting under a theme; else nobody knows."""
    if above[-1] is not Role.TITLE or text in title:
        return Role.UNRECOGNISED
    is_theme = not title[-1].startswith(("在", "关于"))
    if is_theme and text.startswith("在") and _is_title(text):
        return Role.SUBTITLE
    return Role.UNRECOGNISED if _is_title(title[-1]) else Role.TITLE
