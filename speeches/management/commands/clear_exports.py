"""`manage.py clear_exports --days 30`: make room where finished PDFs are kept."""

from __future__ import annotations

import datetime
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from speeches.services import storing


def days(value: str) -> datetime.timedelta:
    """A whole number of days, none for all files."""
    if not (value.isascii() and value.isdecimal() and len(value) < 6):
        raise ArgumentTypeError("要写一个整数，例如 30")
    return datetime.timedelta(int(value))


class Command(BaseCommand):
    help = "清理存着的 PDF：讲话稿不受影响，再要时重新生成。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--days", type=days, default=days("30"), help="清理多少天以前生成的，默认 30"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            removed = storing.clear(timezone.now() - options["days"])
        except Exception as error:  # whatever the store raises; a full one can be cleared
            raise CommandError(storing.UNUSABLE.format(error)) from error
        self.stdout.write(f"已清理 {removed} 个文件。")
