"""What `manage.py check` says about this machine."""

from __future__ import annotations

from typing import Any

from django.core import checks

from speeches.services import originals, storing
from speeches.services.fonts import font_trouble, skipped_fonts


def check_fonts(**_: Any) -> list[checks.CheckMessage]:
    """A site without fonts shows pages but makes no PDF, and one with a damaged font does without
    it: worth a warning, no reason to stop."""
    if trouble := font_trouble():
        return [checks.Warning(trouble, id="speeches.W001")]
    skipped = skipped_fonts()
    return [checks.Warning(skipped, id="speeches.W002")] if skipped else []


def check_exports(**_: Any) -> list[checks.CheckMessage]:
    """Where finished PDFs cannot be kept each is painted anew: a warning, no reason to stop."""
    trouble = storing.trouble()
    return [checks.Warning(trouble, id="speeches.W003")] if trouble else []


def check_originals(**_: Any) -> list[checks.CheckMessage]:
    """Where originals cannot be kept nothing can be imported; all else works."""
    trouble = originals.trouble()
    return [checks.Warning(trouble, id="speeches.W004")] if trouble else []
