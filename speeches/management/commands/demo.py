"""`manage.py demo`: a site to look at, with a sample in it, in one step.

A second run finds the sample and leaves it, the accounts and all that people wrote as they are.
"""

from __future__ import annotations

import os
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction

from speeches.enums import UserRole
from speeches.export.errors import ExportError
from speeches.models import Speech
from speeches.services.copies import current_copy
from speeches.services.editions import default_edition
from speeches.services.exporting import pdf_file
from speeches.services.sample import Account, SampleError, load_sample
from speeches.typeset.fonts import FontError

ACCOUNTS = "demo-accounts.txt"
HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - what --lan asks for


class Command(BaseCommand):
    help = "载入示例并打开网站：建表、示例讲话稿、每种角色一个账号、导出 PDF，然后提供访问。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="端口，默认 8000")
        parser.add_argument("--lan", action="store_true", help="局域网里的手机和电脑也能访问")
        parser.add_argument("--no-serve", action="store_true", help="准备好就停，不打开网站")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            call_command("migrate", verbosity=0)
        except DatabaseError as error:
            raise CommandError(f"数据库不能用，请检查 DATABASE_URL：{error}") from error
        self._load()
        if options["no_serve"]:
            return
        bind = EVERYWHERE if options["lan"] else HERE
        refuse_taken_port(bind, options["port"])
        address = lan_address() if options["lan"] else HERE
        self.stdout.write(f"网站地址：http://{address}:{options['port']}/ （按 Ctrl+C 停止）")
        self.stdout.flush()
        command = server(bind, options["port"])
        os.execve(command[0], command, answering_to(address))  # noqa: S606 - our own Python

    def _load(self) -> None:
        accounts = settings.VAR_DIR / ACCOUNTS
        try:
            with transaction.atomic():
                sample = load_sample()
                if sample.accounts:
                    write_privately(accounts, account_sheet(sample.accounts))
        except (SampleError, OSError) as error:
            raise CommandError(f"没有载入示例：{error}") from error
        self.stdout.write("已载入示例。" if sample.accounts else "示例已经在了，未作改动。")
        self._show_accounts(accounts)
        if sample.speech:
            self._export(sample.speech)

    def _show_accounts(self, path: Path) -> None:
        if path.exists():
            self.stdout.write(path.read_text(encoding="utf-8"))
            self.stdout.write(f"账号和密码也记在 {path}，请妥善保管。")
        else:
            self.stdout.write(
                f"账号文件 {path} 不见了；需要时用 manage.py changepassword 用户名 重设密码。"
            )

    def _export(self, speech: Speech) -> None:
        """Without fonts the site is still worth opening: it says the same sentence."""
        try:
            edition = default_edition(speech.meeting.bureau)
            file = pdf_file(current_copy(speech), edition)
        except (FontError, ExportError) as error:
            self.stderr.write(f"没有导出 PDF：{error}")
            return
        path = settings.VAR_DIR / file.name
        try:
            path.write_bytes(file.content)
        except OSError as error:
            self.stderr.write(f"没有导出 PDF：{path} 写不进去（{error.strerror}）。")
            return
        self.stdout.write(f"示例讲话稿已导出：{path}")


def account_sheet(accounts: Iterable[Account]) -> str:
    """Who may log in, one a line."""
    lines = (
        f"{UserRole(account.user.role).label}　{account.user.name}"
        f"　用户名 {account.user.username}　密码 {account.password}\n"
        for account in accounts
    )
    return "".join(lines)


def write_privately(path: Path, text: str) -> None:
    """Add to a file that only its owner can read, from its first byte on.

    What it says of accounts in another database stays: it may be said nowhere else.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.fchmod(descriptor, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


def refuse_taken_port(host: str, port: int) -> None:
    """The server's own complaint would be a page of English."""
    if port == 0:  # any free one: not the one that would be printed
        raise CommandError("端口 0 已被占用或不能用，请换一个，例如 --port 8001。")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"端口 {port} 已被占用或不能用，请换一个，例如 --port 8001。"
            ) from error


def lan_address() -> str:
    """The address under which this machine's network knows it. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))
        except OSError as error:
            raise CommandError("这台机器没有接入局域网，请去掉 --lan。") from error
        return str(probe.getsockname()[0])


def server(host: str, port: int) -> list[str]:
    """The command line of the server: two processes, as on a real site."""
    return [
        *(sys.executable, "-m", "gunicorn", "--preload", "--bind", f"{host}:{port}"),
        *("--workers", "2", "--threads", "4", "--timeout", "120"),
        *("--no-control-socket", "--log-level", "warning", "reportsite.wsgi"),
    ]


def answering_to(address: str) -> Mapping[str, str]:
    """The environment for the server, whose site answers to `address` too."""
    hosts = dict.fromkeys([*settings.ALLOWED_HOSTS, "localhost", HERE, address])
    return os.environ | {"ALLOWED_HOSTS": ",".join(hosts)}
