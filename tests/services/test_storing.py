"""Files kept for the next time: whole or not at all, for a while, and never in the way."""

from __future__ import annotations

import datetime
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from reportsite import environment
from speeches.services import storing

KEY = "ab" + "c" * 62
PDF = b"%PDF-1.7 pages %%EOF"


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """The folder of a store such as a site has."""
    store(
        settings,
        environment.private_storage("EXPORT_STORAGE", str(tmp_path / "exports"), base=tmp_path),
    )
    return tmp_path / "exports"


def store(settings: Settings, told: dict[str, object]) -> None:
    settings.STORAGES = settings.STORAGES | {"exports": told}


def made(content: bytes = PDF) -> tuple[list[bytes], bytes]:
    """What had to be made for the answer, and the answer."""
    work: list[bytes] = []

    def make() -> bytes:
        work.append(content)
        return content

    return work, storing.kept(KEY, make)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*"))


def test_what_was_made_once_is_read_the_next_time(folder: Path) -> None:
    assert made() == ([PDF], PDF)
    assert made(b"not made again") == ([], PDF)
    assert names(folder) == [f"ab/{KEY}"]


def test_other_accounts_of_the_machine_cannot_read_it(folder: Path) -> None:
    made()
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))]
    assert modes == [0o700, 0o700, 0o600]


@pytest.mark.parametrize(
    "damage",
    [
        lambda sealed: sealed[:-1],
        lambda sealed: sealed[:40],
        lambda sealed: sealed[:0],
        lambda sealed: sealed + b"\0",
        lambda sealed: sealed.replace(b"pages", b"p\0ges"),
        lambda sealed: sealed[storing.SEAL :],
    ],
)
def test_a_damaged_file_is_never_handed_out_and_made_again(
    folder: Path, damage, caplog: pytest.LogCaptureFixture
) -> None:
    made()
    path = folder / "ab" / KEY
    path.write_bytes(damage(path.read_bytes()))
    assert made() == ([PDF], PDF)
    assert made() == ([], PDF)
    assert [record.getMessage() for record in caplog.records] == [
        f"已存的导出文件 ab/{KEY} 已损坏，重新生成。"
    ]


def test_of_two_made_at_once_both_are_handed_out_and_one_is_kept(folder: Path) -> None:
    together = threading.Barrier(2, timeout=10)
    answers: list[bytes] = []

    def work(content: bytes) -> None:
        def make() -> bytes:
            together.wait()
            return content

        answers.append(storing.kept(KEY, make))

    threads = [threading.Thread(target=work, args=[content]) for content in (b"one", b"other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [b"one", b"other"]
    assert names(folder) == [f"ab/{KEY}"]
    assert storing.kept(KEY, bytes) in answers


@pytest.mark.usefixtures("folder")
def test_a_reader_meets_the_file_whole_while_it_is_written_again_and_again() -> None:
    contents = [letter * 2**20 for letter in (b"a", b"b")]
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            for content in contents:
                storing.keep(KEY, content)

    made(contents[0])
    writer = threading.Thread(target=write)
    writer.start()
    read = [storing.kept(KEY, lambda: b"damaged") in contents for _ in range(200)]
    done.set()
    writer.join()
    assert read == [True] * 200


FULL = {"BACKEND": "tests.services.test_storing.FullDisk", "OPTIONS": {}}
NOWHERE = {"BACKEND": "no.such.Storage", "OPTIONS": {}}


class FullDisk(storing.WholeFiles):
    """Fails half-way through a file, as a disk without room does."""

    def __init__(self, **options: object) -> None:
        super().__init__(location=os.environ["FULL_DISK"])

    def _save(self, name: str, content: object) -> str:
        return super()._save(name, Breaking(content))


class Breaking:
    def __init__(self, content: object) -> None:
        self.name = "x"

    def chunks(self) -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")


def test_on_a_full_disk_the_file_is_handed_out_and_nothing_half_stays(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("FULL_DISK", str(tmp_path))
    store(settings, FULL)
    assert made() == ([PDF], PDF)
    assert names(tmp_path) == []
    assert [record.getMessage() for record in caplog.records] == [
        f"导出文件 ab/{KEY} 存不下来，下次要重新生成：[Errno 28] No space left on device"
    ]


def test_a_store_that_is_not_there_costs_time_and_nothing_else(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    store(settings, NOWHERE)
    assert made() == ([PDF], PDF)
    assert [record.getMessage().partition("：")[0] for record in caplog.records] == [
        f"读不到已存的导出文件 ab/{KEY}，重新生成",
        f"导出文件 ab/{KEY} 存不下来，下次要重新生成",
    ]
    assert storing.trouble().startswith("存放导出文件的地方用不了（")


def test_a_store_that_takes_a_file_is_no_trouble_and_is_left_as_it_was(folder: Path) -> None:
    assert (storing.trouble(), list(folder.iterdir())) == ("", [])


def test_a_store_that_answers_and_takes_no_file_is_a_trouble(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    backend = "django.core.files.storage.FileSystemStorage"
    store(settings, {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path / "file" / "in")}})
    assert storing.trouble().startswith("存放导出文件的地方用不了（")


def test_a_store_that_never_replaces_keeps_one_file_all_the_same(
    settings: Settings, tmp_path: Path
) -> None:
    options = {"location": str(tmp_path)}
    backend = "django.core.files.storage.FileSystemStorage"
    store(settings, {"BACKEND": backend, "OPTIONS": options})
    storing.keep(KEY, PDF)
    storing.keep(KEY, b"another node's")
    assert names(tmp_path) == [f"ab/{KEY}"]
    assert made(b"not made again") == ([], PDF)


def aged(folder: Path, name: str, days: int) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"old")
    at = (timezone.now() - datetime.timedelta(days)).timestamp()
    os.utime(path, (at, at))


def test_files_older_than_a_day_named_are_removed(folder: Path) -> None:
    for days, name in ((40, "ab/1"), (29, "ab/2"), (31, "cd/3"), (400, "cd/4.half-written")):
        aged(folder, name, days)
    assert storing.clear(timezone.now() - datetime.timedelta(30)) == 3
    assert names(folder) == ["ab/2"]


def test_a_new_file_makes_room_in_its_own_folder(folder: Path) -> None:
    for days, name in ((91, "ab/1"), (89, "ab/2"), (91, "cd/3")):
        aged(folder, name, days)
    made()
    assert names(folder) == ["ab/2", f"ab/{KEY}", "cd/3"]


def test_a_file_that_another_node_clears_meanwhile_is_no_trouble(folder: Path) -> None:
    (folder / "ab").mkdir()
    (folder / "ab" / "gone").symlink_to(folder / "nowhere")  # listed, and not there
    assert storing.clear(timezone.now(), ["ab"]) == 0
