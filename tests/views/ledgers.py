"""Where the figures of a speech are found, and what the summary of a refused form says."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse

from speeches.models import Figure, Speech


def fresh(row: Any) -> Any:
    return type(row)._base_manager.get(pk=row.pk)


def ledger_of(speech: Speech) -> str:
    return f"/speeches/{speech.pk}/figures/"


def path_of(figure: Figure, step: str = "") -> str:
    return f"/figures/{figure.pk}/{step}"


def errors(response: HttpResponse) -> list[str]:
    """The lines of the summary on top."""
    page = response.content.decode()
    summary = re.search(r'<div class="errors".*?</div>', page, re.DOTALL)
    lines = re.findall(r"<li>(.*?)</li>", summary[0] if summary else "")
    return [re.sub("<[^>]*>", "", line) for line in lines]
