"""`python -m speeches.importing`: the .docx on standard input becomes JSON on standard output.

A file from outside is read in a process of its own: whatever it does to the parser, the site only
sees that no answer came. The answer is ``{"lines": [text], "notes": [[line, text, reason]]}`` or
``{"refused": sentence}``.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

from speeches.importing.errors import ImportRefused
from speeches.importing.word import read_docx

MEMORY = 512 * 2**20  # bytes of address space
SECONDS = 10  # of the processor; the site waits as long by the clock
_TOO_FULL = "读这份文档要的内存太多，没有导入。请去掉图片和表格后另存，或把文字复制后粘贴。"


def answer(content: bytes) -> dict[str, Any]:
    """What is told about a file."""
    try:
        read = read_docx(content)
    except ImportRefused as refused:
        return {"refused": str(refused)}
    except MemoryError:
        return {"refused": _TOO_FULL}
    return {"lines": read.lines, "notes": read.notes}


def limit() -> None:
    """Bound this process, so that it ends even where nobody is left to end it."""
    bounds = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_CORE: 0,
    }
    for kind, bound in bounds.items():
        hard = resource.getrlimit(kind)[1]
        least = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (least, least))


def main() -> None:
    """Read, answer."""
    limit()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
