"""What is too new, read from features.toml, and how a find of it is told."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BASELINE = 86
TABLES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "features.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True, order=True)
class Find:
    """Something newer than the baseline: its line in the file, its name, the version it needs."""

    line: int
    name: str
    since: int

    def __str__(self) -> str:
        return f"{self.line}: {self.name} needs Chromium {self.since}, we promise {BASELINE}"
