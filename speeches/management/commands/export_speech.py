"""`manage.py export_speech ID --format … --edition NAME --output PATH`: a speech as a file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from speeches.export.errors import ExportError
from speeches.models import Speech
from speeches.services.editions import UnknownEdition, edition_for
from speeches.services.exporting import FORMATS, File, export
from speeches.typeset.fonts import FontError


class Command(BaseCommand):
    help = "把讲话稿导出成文件：PDF、Word、纯文本或网页。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("speech", type=int, metavar="ID", help="讲话稿编号，即网址里的数字")
        formats = [str(value) for value in FORMATS]
        parser.add_argument("--format", choices=formats, default="pdf", help="格式，默认 pdf")
        parser.add_argument(
            "--edition", default="", metavar="NAME", help="版式的名称，默认用本单位的默认版式"
        )
        parser.add_argument(
            "--output",
            type=Path,
            default=Path(),
            metavar="PATH",
            help="文件或文件夹，默认当前文件夹",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file = self._file(options["speech"], options["format"], options["edition"])
        path: Path = options["output"]
        path = path / file.name if path.is_dir() else path
        try:
            path.write_bytes(file.content)
        except OSError as error:
            raise CommandError(f"写不了文件 {path}：{error.strerror}。") from error
        self.stdout.write(f"已导出 {path}")

    def _file(self, key: int, file_format: str, edition: str) -> File:
        speech = Speech.objects.with_meeting().filter(pk=key).first()
        if speech is None:
            raise CommandError(f"没有编号为 {key} 的讲话稿。")
        try:
            chosen = edition_for(speech.meeting.bureau, edition)
            return export(speech, file_format, chosen, actor=None)
        except (UnknownEdition, FontError, ExportError) as error:
            raise CommandError(str(error)) from error
