"""What decides the bytes of a PDF, as one key: the same on every node, another for any change."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import speeches
from speeches.document.codec import document_to_json
from speeches.export.style import paper_css
from speeches.services.copies import Copy
from speeches.services.fonts import identities
from speeches.typeset.edition import Edition
from speeches.typeset.fonts import FontBook

ROOMS = ("document", "typeset", "export")
PACKAGES = ("weasyprint", "pydyf", "fonttools", "uharfbuzz")


def fingerprint(copy: Copy, edition: Edition, book: FontBook, stamp: str) -> str:
    """The key of the PDF of a copy: text, draft or final, edition, fonts, stamp and engine.

    Title and author are of the text. Raises FontError where a font cannot be read.
    """
    told = [
        engine(),
        document_to_json(copy.document),
        copy.is_draft,
        repr(edition),
        identities(book),
        stamp,
    ]
    return sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


@cache
def engine() -> str:
    """The programs that make pages of a text: what a running process was started with."""
    root = Path(speeches.__file__).parent
    digest = sha256(paper_css().encode())
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}\n".encode())
    for path in sorted(path for room in ROOMS for path in (root / room).rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
