"""``python -m tests.browsers``: prints what is too new in static/, and fails if there is any."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.browsers.scripts import newer_in_script
from tests.browsers.styles import newer_in_style

ROOT = Path(__file__).resolve().parents[2]
READERS = {".css": newer_in_style, ".js": newer_in_script}


def complaints(folder: Path) -> list[str]:
    """One line for each find in the styles and scripts below `folder`."""
    return [
        f"{path.relative_to(folder.parent)}:{find}"
        for path in sorted(folder.rglob("*"))
        if path.suffix in READERS
        for find in READERS[path.suffix](path.read_text(encoding="utf-8"))
    ]


if __name__ == "__main__":
    sys.exit("\n".join(complaints(ROOT / "static")) or None)
