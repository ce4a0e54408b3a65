"""``python -m tests.benchmarks.memory < document.json``: peak memory of a process that makes a PDF.

The process knows the pure rooms only, as a worker that does nothing else would.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from speeches.document.codec import document_from_json, document_to_json
from speeches.document.tree import Document
from speeches.export.pdf import pdf
from speeches.typeset.edition import STANDARD
from speeches.typeset.fonts import find_fonts
from speeches.typeset.metrics import font_metrics
from speeches.typeset.pages import typeset

KILOBYTES = 1024
# Linux counts it anew for every program; getrusage would begin with what the parent had.
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def peak(document: Document) -> float:
    """The most memory, in MB, that a fresh process takes for the PDF of a document."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.memory"],
        input=json.dumps(document_to_json(document)),
        capture_output=True,
        check=True,
        text=True,
    )
    return float(answer.stdout)


if __name__ == "__main__":
    book = find_fonts()
    pages = typeset(document_from_json(json.load(sys.stdin)), STANDARD, font_metrics(book))
    pdf(pages, book, title="题", author="人")
    (used,) = _PEAK.findall(Path("/proc/self/status").read_text(encoding="ascii"))
    sys.stdout.write(f"{int(used) / KILOBYTES}\n")
