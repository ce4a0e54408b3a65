"""`manage.py demo`: from nothing to a site with a sample, and a second time to no harm."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from io import StringIO
from pathlib import Path
from urllib.error import URLError

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from pytest_django import Settings

from speeches.management.commands.demo import answering_to, lan_address
from speeches.models import Bureau, FinalCopy, History, Meeting, Node, Speech, User
from speeches.services import saving
from speeches.typeset import fonts

pytestmark = pytest.mark.django_db
ROLES = ["起草人", "审核人", "供稿人", "领导", "管理员"]


@pytest.fixture
def var(settings: Settings, tmp_path: Path) -> Path:
    """Where the demo puts what it makes."""
    settings.VAR_DIR = tmp_path
    return tmp_path


def demo(*options: str) -> str:
    said = StringIO()
    call_command("demo", "--no-serve", *options, stdout=said, stderr=said)
    return said.getvalue()


def logins(text: str) -> list[tuple[str, str, str]]:
    return re.findall(r"(\S+?)　\S+　用户名 (\S+)　密码 (\S+)", text)


def everything() -> list[list[tuple[object, ...]]]:
    """All rows that a person could have changed."""
    tables = (User, Meeting, Speech, Node, FinalCopy, History)
    return [list(table.objects.order_by("pk").values_list()) for table in tables]


def test_it_makes_an_account_a_role_and_everybody_can_log_in(var: Path) -> None:
    said = demo()
    assert [role for role, _, _ in logins(said)] == ROLES
    assert logins((var / "demo-accounts.txt").read_text()) == logins(said)
    assert [
        Client().login(username=name, password=password) for _, name, password in logins(said)
    ] == [True] * 5


def test_the_passwords_are_readable_by_their_owner_only(var: Path) -> None:
    demo()
    assert stat.S_IMODE((var / "demo-accounts.txt").stat().st_mode) == 0o600


def test_it_leaves_a_draft_to_open_a_final_copy_to_read_and_a_pdf(var: Path) -> None:
    demo()
    states = list(Speech.objects.order_by("pk").values_list("state", "revision"))
    pdf = var / "在全市教育系统2026年上半年工作汇报会上的讲话_v1_2026-07-16.pdf"
    assert states == [("draft", 1), ("final", 1)]
    assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("var")
def test_a_second_run_changes_nothing_and_keeps_the_passwords() -> None:
    first, rows = demo(), everything()
    assert logins(demo()) == logins(first)
    assert everything() == rows


def test_a_second_run_leaves_alone_what_a_person_made_and_changed(var: Path) -> None:
    demo()
    speech = Speech.objects.order_by("pk").first()
    assert speech
    saving.save(speech, {"title": "我改过的题目"}, seen=speech.version, actor=None)
    User.objects.filter(username="lingdao").update(name="新局长", is_active=False)
    rows = everything()
    demo()
    assert everything() == rows
    assert (var / "我改过的题目_v2_2026-07-16.pdf").exists()


@pytest.mark.usefixtures("var")
def test_an_account_that_is_somebody_s_stays_his() -> None:
    own = User.objects.create_user(username="lingdao", password="his own")
    names = [name for _, name, _ in logins(demo())]
    own.refresh_from_db()
    assert names == ["qicao", "shenhe", "gonggao", "lingdao2", "guanli"]
    assert own.check_password("his own")


def test_a_lost_sheet_of_accounts_is_said_and_not_invented_anew(var: Path) -> None:
    demo()
    (var / "demo-accounts.txt").unlink()
    assert "changepassword" in demo()
    assert not (var / "demo-accounts.txt").exists()


def test_a_sheet_that_speaks_of_another_database_is_added_to(var: Path) -> None:
    sheet = var / "demo-accounts.txt"
    sheet.write_text("起草人　某人　用户名 other　密码 kept\n", encoding="utf-8")
    said = demo()
    assert len(logins(said)) == 6
    assert logins(sheet.read_text(encoding="utf-8")) == logins(said)
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600


@pytest.mark.usefixtures("var")
def test_a_bureau_that_was_renamed_is_the_sample_s_all_the_same() -> None:
    demo()
    Bureau.objects.update(name="我们的教育局")
    rows = everything()
    demo()
    assert everything() == rows


def test_a_database_that_cannot_be_used_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "no.sqlite3").write_text("this is no database, whatever its name says" * 99)
    ran = subprocess.run(
        [sys.executable, "manage.py", "demo", "--no-serve"],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": f"sqlite:///{tmp_path}/no.sqlite3",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (
        1,
        "CommandError: 数据库不能用，请检查 DATABASE_URL：file is not a database\n",
    )


def test_a_pdf_that_cannot_be_written_is_said_and_the_rest_is_made(var: Path) -> None:
    (var / "在全市教育系统2026年上半年工作汇报会上的讲话_v1_2026-07-16.pdf").mkdir()
    assert "写不进去（Is a directory）。" in demo()
    assert (var / "demo-accounts.txt").exists()


def test_without_fonts_it_goes_on_and_says_which_package(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    assert "没有导出 PDF：这台机器上没有小标宋" in demo()
    assert list(var.glob("*.pdf")) == []


def test_without_a_place_for_the_accounts_nothing_is_made(
    settings: Settings, tmp_path: Path
) -> None:
    settings.VAR_DIR = tmp_path / "nowhere"
    with pytest.raises(CommandError, match=r"^没有载入示例："):
        demo()
    assert everything() == [[]] * 6


@pytest.mark.usefixtures("var")
def test_a_port_that_is_taken_is_named_before_the_server_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(
            CommandError, match=f"^端口 {port} 已被占用或不能用.*例如 --port 8001。$"
        ):
            call_command("demo", port=port, stdout=StringIO())


@pytest.mark.usefixtures("var")
@pytest.mark.parametrize("port", [0, -1, 70000])
def test_a_port_that_is_none_is_refused(port: int) -> None:
    with pytest.raises(CommandError, match=f"^端口 {port} 已被占用或不能用"):
        call_command("demo", port=port, stdout=StringIO())


def test_the_server_answers_to_the_address_it_prints(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["gaotai.example.cn", "localhost"]
    hosts = answering_to("192.168.1.20")["ALLOWED_HOSTS"]
    assert hosts == "gaotai.example.cn,localhost,127.0.0.1,192.168.1.20"


def test_the_address_for_the_phone_is_one_of_this_machine() -> None:
    with socket.socket() as probe:
        probe.bind((lan_address(), 0))  # the system refuses an address that is not its own


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answer_of(address: str, process: subprocess.Popen[bytes]) -> str:
    """The page at an address, as soon as there is one."""
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 - http
                return str(response.read().decode())
        except (URLError, ConnectionError):
            time.sleep(0.1)
    return "no answer"


def test_it_ends_with_a_running_site(tmp_path: Path) -> None:
    port = free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.commands.demo_settings",
        "DEMO_VAR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo", f"--port={port}"],
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        page = answer_of(f"http://127.0.0.1:{port}/login/", process)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)
    assert "<title>登录 · 稿台</title>" in page
