"""`manage.py import_speech FILE [--dry-run] [--json]`: a text from outside becomes a speech."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from speeches.importing.archive import MAX_SIZE
from speeches.importing.as_json import as_json
from speeches.importing.errors import ImportRefused
from speeches.importing.outline import Outline
from speeches.models import Bureau, Meeting, Speech
from speeches.services import importing, reading, recognising, saving
from speeches.services.reading import Source
from speeches.services.refusals import Refusal

_WHY: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "这是文件夹",
    PermissionError: "没有读取权限",
}


class Command(BaseCommand):
    help = "导入旧稿：识别一份 .docx 或 .txt 的结构，存成讲话稿。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="旧稿文件")
        parser.add_argument("--dry-run", action="store_true", help="只看识别的结果，不保存")
        parser.add_argument("--json", action="store_true", help="结果写成一个 JSON 对象")
        parser.add_argument(
            "--meeting", type=int, metavar="ID", help="归到哪次会议；不写就按标题新建一次"
        )
        parser.add_argument(
            "--bureau", metavar="NAME", help="新建的会议归哪个单位；只有一个单位时不用写"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        source = read(options["file"])
        found = recognising.outline_in(source)
        if found.genre.question:
            self.stderr.write(f"这像是一篇{found.genre.name}，不是讲话稿。")
        speech = None if options["dry_run"] else saved(source, found, options)
        if options["json"]:
            told = as_json(found, speech and speech.pk)
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        self._tell(found)
        if speech:
            self.stdout.write(f"已导入：讲话稿编号 {speech.pk}，会议“{speech.meeting}”。")
        else:
            self.stdout.write("只是试读，没有保存。")

    def _tell(self, found: Outline) -> None:
        points = sum(len(section.children) for section in found.sections)
        title = "".join(found.title) or "（没有标题）"
        self.stdout.write(f"{title}：{len(found.sections)} 个部分，{points} 个要点")
        if counted := recognising.open_points(found):
            self.stdout.write(f"要看一看的：{counted}")
        for one in (*found.unrecognised, *found.gaps):
            self.stdout.write(f"  第 {one.line} 行 {one.reason}：{one.text}".rstrip("："))
        for jump in found.jumps:
            self.stdout.write(f"  第 {jump.line} 行 {jump.label} {jump.reason}")


def read(path: Path) -> Source:
    """The text in a file. Raises CommandError."""
    try:
        with path.open("rb") as stream:
            return reading.from_file(stream.read(MAX_SIZE + 1), path.name)
    except OSError as error:
        why = next((why for kind, why in _WHY.items() if isinstance(error, kind)), error.strerror)
        raise CommandError(f"读不了文件 {path}：{why}。") from error
    except ImportRefused as refused:
        raise CommandError(f"{path.name}：{refused}") from refused


def saved(source: Source, found: Outline, options: dict[str, Any]) -> Speech:
    """The speech, at the meeting that is named or at a new one. Raises CommandError."""
    try:
        with transaction.atomic():
            return importing.import_at_once(meeting_for(found, options), source, actor=None)
    except (ImportRefused, Refusal) as refusal:
        raise CommandError(str(refusal)) from refusal


def meeting_for(found: Outline, options: dict[str, Any]) -> Meeting:
    """The meeting with this number, or a new one by the title and date of the text."""
    key, name = options["meeting"], options["bureau"]
    if key is not None:
        return meeting_with(key, bureau_for(name) if name else None)
    bureau = bureau_for(name)
    named = Meeting(bureau=bureau, name=recognising.meeting_named_by(found), date=found.date)
    return saving.insert(named, actor=None)


def meeting_with(key: int, bureau: Bureau | None) -> Meeting:
    """The meeting with this number, in `bureau` where one is named. Raises CommandError."""
    meeting = Meeting.objects.select_related("bureau").filter(pk=key).first()
    if meeting is None:
        raise CommandError(f"没有编号为 {key} 的会议。")
    if bureau not in (None, meeting.bureau):
        raise CommandError(f"编号为 {key} 的会议不是{bureau}的，是{meeting.bureau}的。")
    return meeting


def bureau_for(name: str | None) -> Bureau:
    """The bureau with this name, or the only one there is. Raises CommandError."""
    bureaus = list(Bureau.objects.order_by("pk"))
    fitting = [one for one in bureaus if name in (None, one.name, one.short_name)]
    if len(fitting) == 1:
        return fitting[0]
    names = "、".join(one.name for one in bureaus)
    if not bureaus:
        raise CommandError("还没有单位，请先在管理后台建一个。")
    if name:
        raise CommandError(f"没有“{name}”这个单位，现有：{names}。")
    raise CommandError(
        f"有几个单位，请用 --bureau 写明归哪一个，或用 --meeting 写明会议：{names}。"
    )
