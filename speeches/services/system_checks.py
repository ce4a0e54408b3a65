"""What `manage.py check` says about this machine."""

from __future__ import annotations

from typing import Any

from django.core import checks

from speeches.services.exporting import font_trouble


def check_fonts(**_: Any) -> list[checks.CheckMessage]:
    """A site without fonts shows pages but makes no PDF: worth a warning, no reason to stop."""
    trouble = font_trouble()
    return [checks.Warning(trouble, id="speeches.W001")] if trouble else []
