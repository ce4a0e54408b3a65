"""Whether a text is a speech, and what else it looks like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from speeches.importing.words import BadList, table

_ENOUGH = 4
_HEAD = 6_000  # characters: what a text is shows at its beginning and at its end
_FOOT = 1_500
_SPEECH_TITLE = re.compile("(?<![并作])讲话|致辞|致词|发言|工作报告|演讲|党课|讲稿|提纲")


@dataclass(frozen=True, slots=True)
class Genre:
    """Which kind of text it is; `question` is asked before a text that is no speech comes in."""

    name: str = "讲话稿"
    is_speech: bool = True
    question: str = ""


SPEECH = Genre()


def genre_of(text: str, title: str) -> Genre:
    """The genre of a text. Its title says it is a speech unless the title says otherwise."""
    sample = text if len(text) <= _HEAD + _FOOT else f"{text[:_HEAD]}\n{text[-_FOOT:]}"
    weights = {name: _weight(signs, sample) for name, signs in _GENRES.items()}
    best = max(weights, key=lambda name: weights[name])
    if weights[best] < _ENOUGH:
        return SPEECH
    if _SPEECH_TITLE.search(title) and best not in title:
        return SPEECH
    return Genre(best, is_speech=False, question=f"这像是一篇{best}，仍要导入吗？")


def _weight(signs: Mapping[re.Pattern[str], int], text: str) -> int:
    return sum(weight for pattern, weight in signs.items() if pattern.search(text))


def read_signs(genres: object) -> Mapping[str, Mapping[re.Pattern[str], int]]:
    """The genres of a word list. Raises BadList where it is none."""
    if not isinstance(genres, list):
        raise BadList("genres: a list of tables")
    return {_name(genre): _patterns(genre) for genre in genres}


def _name(genre: Mapping[str, object]) -> str:
    name = genre.get("name")
    if not isinstance(name, str) or not name:
        raise BadList("genres: each has a name")
    return name


def _patterns(genre: Mapping[str, object]) -> Mapping[re.Pattern[str], int]:
    signs = genre.get("signs")
    if not isinstance(signs, dict) or not all(isinstance(w, int) and w > 0 for w in signs.values()):
        raise BadList(f"genres.{_name(genre)}: signs with whole weights above 0")
    try:
        return {re.compile(sign, re.MULTILINE): weight for sign, weight in signs.items()}
    except re.error as error:
        raise BadList(f"genres.{_name(genre)}: {error}") from error


_GENRES = read_signs(table("genres")["genres"])
