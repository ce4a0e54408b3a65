"""Word lists as data: read once, and refused where they are not what they should be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


class BadList(ValueError):
    """A word list that cannot be used."""


@cache
def table(name: str) -> dict[str, Any]:
    """The table in ``data/<name>.toml``."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def words(name: str, key: str) -> tuple[str, ...]:
    """A list of words. Raises BadList where one is empty, no text or there twice."""
    return checked(table(name)[key], f"{name}.{key}")


def checked(found: Any, where: str) -> tuple[str, ...]:
    """`found` as words. Raises BadList as `words` does."""
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise BadList(f"{where}: words are texts that are not empty")
    if len(set(found)) != len(found):
        raise BadList(f"{where}: a word stands there twice")
    return tuple(found)


def one_of(alternatives: Iterable[str]) -> str:
    """A pattern for any of `alternatives`, the longest first."""
    return "|".join(map(re.escape, sorted(alternatives, key=len, reverse=True)))
