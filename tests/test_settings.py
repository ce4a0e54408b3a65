"""The settings as processes and browsers meet them."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.utils import ConnectionHandler

from reportsite import environment

ROOT = Path(__file__).resolve().parent.parent
GOOD = {"SECRET_KEY": "k" * 50, "ALLOWED_HOSTS": "localhost"}
OURS = {
    *("DJANGO_SETTINGS_MODULE", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "FONT_DIRS", "ADMIN_PATH"),
    *("EXPORT_STORAGE", "ORIGINAL_STORAGE"),
}


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project with these variables of ours and no others."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    command = [sys.executable, *arguments]
    # The database of the person who runs the tests stays out of it.
    chosen = {"DATABASE_URL": "sqlite:///var/tests.sqlite3"} | variables
    return subprocess.run(
        command, cwd=ROOT, env=kept | chosen, capture_output=True, text=True, check=False
    )


REFUSED = {
    "SECRET_KEY": (
        "",
        "SECRET_KEY 至少要有 50 个字符，现未设置，例如 SECRET_KEY=$(openssl rand -hex 32)。",
    ),
    "DEBUG": ("yes", "DEBUG 只能是 0、1、true 或 false，现为“yes”，例如 DEBUG=0。"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize(
    "command",
    [("manage.py", "check"), ("-m", "gunicorn", "--preload", "--check-config", "reportsite.wsgi")],
)
def test_a_refusal_is_one_sentence_and_no_traceback(command, name):
    value, sentence = REFUSED[name]
    refused = run(*command, **GOOD | {name: value})
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == f"配置有误，未启动：{sentence}\n"


def test_good_variables_start():
    started = run("manage.py", "check", **GOOD)
    assert (started.returncode, started.stdout) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


@pytest.mark.parametrize(
    ("variables", "mounted"),
    [({}, "False"), ({"ADMIN_PATH": "/manage-2f9c/"}, "True")],
)
def test_the_admin_is_where_the_operator_puts_it_or_nowhere(variables, mounted):
    code = (
        "from reportsite.start import load_settings; load_settings()\n"
        "import django; django.setup()\n"
        "from django.urls import is_valid_path\n"
        "print(is_valid_path('/manage-2f9c/login/') is not False)"
    )
    assert run("-c", code, **GOOD, **variables).stdout == f"{mounted}\n"


def test_both_entry_points_of_servers_load():
    code = (
        "from reportsite import asgi, wsgi\n"
        "print(*(type(server.application).__name__ for server in (asgi, wsgi)))"
    )
    assert run("-c", code, **GOOD).stdout == "ASGIHandler WSGIHandler\n"


@pytest.mark.django_db
def test_the_tests_run_on_the_database_they_are_given():
    engine = environment.ENGINES[os.environ["DATABASE_URL"].split(":")[0]]
    assert connection.settings_dict["ENGINE"] == engine


@pytest.mark.django_db
def test_a_sqlite_connection_is_set_as_promised(tmp_path):
    version = sqlite3.sqlite_version_info
    config = environment.database("sqlite:///a.sqlite3", base=tmp_path, sqlite_version=version)
    opened = ConnectionHandler({"default": config})["default"]
    mode = environment.journal_pragmas(version).split(";")[0].rsplit(" ", 1)[1].lower()
    with opened.cursor() as cursor:
        found = {
            pragma: cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    opened.close()
    full = 2
    assert found == {
        "journal_mode": mode,
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 20_000,  # milliseconds
    }


@pytest.mark.django_db
def test_a_sqlite_transaction_holds_the_write_lock_from_its_start(tmp_path):
    config = environment.database("sqlite:///a.sqlite3", base=tmp_path, sqlite_version=(3, 40, 1))
    opened = ConnectionHandler({"default": config})["default"]
    other = sqlite3.connect(tmp_path / "a.sqlite3", timeout=0)
    opened.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with pytest.raises(sqlite3.OperationalError, match="database is locked"):
        other.execute("BEGIN IMMEDIATE")
    opened.rollback()
    opened.close()
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_every_page_says_what_the_browser_may_load(client):
    policy = client.get("/no-such-page/").headers["Content-Security-Policy"]
    assert sorted(policy.split("; ")) == [
        "base-uri 'none'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
    ]


def test_every_page_carries_the_headers_that_keep_it_to_itself(client):
    headers = client.get("/no-such-page/").headers
    names = ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")
    assert [headers[name] for name in names] == ["DENY", "nosniff", "same-origin"]


@pytest.mark.django_db  # the end of an answer looks after the connections
def test_styles_are_served_without_a_collecting_step(client):
    answer = client.get("/static/bootstrap/css/bootstrap.min.css")
    answer.close()
    kind = answer.headers["Content-Type"]
    assert (answer.status_code, kind) == (200, 'text/css; charset="utf-8"')


def test_the_site_speaks_chinese_in_beijing_time():
    chosen = (settings.LANGUAGE_CODE, settings.TIME_ZONE, settings.USE_TZ)
    assert chosen == ("zh-hans", "Asia/Shanghai", True)
