"""What the project's own files promise each other."""

import re
import tomllib
from importlib.metadata import distribution, version
from pathlib import Path

import psycopg
import pytest
from packaging.requirements import Requirement

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PURE = ("checks", "document", "export", "importing", "typeset")


def locked() -> tuple[dict[str, str], dict[str, str]]:
    """Return the versions of the run part and of the test part of the lock."""
    run, test = (ROOT / "requirements.lock").read_text("utf-8").split("# Tests\n")
    return pins(run), pins(test)


def pins(text: str) -> dict[str, str]:
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {canonical(name): pin for name, pin in (line.split("==") for line in lines)}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(name: str) -> set[str]:
    """Return what a package of the lock needs here, extras that nobody asked for left out."""
    wanted = (Requirement(line) for line in distribution(name).requires or ())
    extras = {"binary"} if name == "psycopg" else {"fonttools": {"woff"}}.get(name, set())
    return {
        canonical(one.name)
        for one in wanted
        if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in ("", *extras))
    }


def test_the_lock_pins_what_running_needs_to_the_last_package():
    run, _ = locked()
    direct = {canonical(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    closure = direct.union(*(needed(name) for name in run))
    assert closure == set(run)


def test_the_lock_pins_what_tests_need_besides():
    run, test = locked()
    direct = {canonical(Requirement(line).name) for line in PROJECT["dependency-groups"]["test"]}
    closure = direct.union(*(needed(name) for name in test)) - set(run)
    assert closure == set(test)


def test_what_is_installed_is_what_is_locked():
    run, test = locked()
    wanted = run | test
    assert {name: version(name) for name in wanted} == wanted


def test_every_pure_room_is_under_the_contract_and_under_mypy():
    rooms = [f"speeches.{room}" for room in PURE if (ROOT / "speeches" / room).is_dir()]
    contract = PROJECT["tool"]["importlinter"]["contracts"][1]
    assert sorted(contract["source_modules"]) == rooms
    assert sorted(PROJECT["tool"]["mypy"]["packages"]) == rooms


def test_the_private_postgres_answers_and_leaves_nothing_behind():
    with postgres.private_cluster() as url:
        with psycopg.connect(url) as opened:
            folder = Path(opened.execute("SHOW data_directory").fetchone()[0]).parent
        assert folder.is_dir()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_a_missing_postgres_is_named_with_its_package(tmp_path):
    with pytest.raises(SystemExit) as ended:
        postgres.newest_programs(tmp_path)
    assert ended.value.code == (
        "没有找到 PostgreSQL，请运行 make setup-test 或安装 Debian 软件包 postgresql。"
    )
