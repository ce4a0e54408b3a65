"""What `manage.py check` says about the fonts."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks

from speeches.services.system_checks import check_fonts
from speeches.typeset import fonts


def test_a_machine_with_fonts_is_in_order() -> None:
    assert check_fonts() == []


def test_a_machine_without_them_is_told_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    messages = [each for each in run_checks() if each.id == "speeches.W001"]
    assert ["texlive-lang-chinese" in each.msg for each in messages] == [True]
