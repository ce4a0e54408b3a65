"""The files that texts came in: stored under names of ours, and read as they were."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from pytest_django import Settings

from reportsite import environment
from speeches.importing.errors import ImportRefused
from speeches.services import originals

CONTENT = "同志们：".encode()
SEAL = sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    path = tmp_path / "originals"
    told = environment.private_storage("ORIGINAL_STORAGE", str(path), base=tmp_path)
    settings.STORAGES = settings.STORAGES | {"originals": told}
    return path


@pytest.fixture
def no_folder(settings: Settings) -> None:
    settings.STORAGES = settings.STORAGES | {"originals": {"BACKEND": "no.such.Storage"}}


def test_a_file_is_kept_under_a_name_of_ours_for_its_owner_only(folder: Path) -> None:
    name = originals.keep(CONTENT)
    assert re.fullmatch(r"([0-9a-f]{2})/\1[0-9a-f]{30}", name)
    assert (folder / name).read_bytes() == CONTENT
    assert (folder / name).stat().st_mode & 0o777 == 0o600
    assert originals.read(name, SEAL) == CONTENT


@pytest.mark.usefixtures("folder")
def test_the_same_file_twice_is_kept_twice() -> None:
    assert originals.keep(CONTENT) != originals.keep(CONTENT)


def test_a_file_that_was_changed_is_not_handed_out(folder: Path) -> None:
    name = originals.keep(CONTENT)
    (folder / name).write_bytes(b"other")
    with pytest.raises(originals.LostOriginal, match=r"^原来的文件已损坏，没有下载。$"):
        originals.read(name, SEAL)


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_gone_is_said_to_be() -> None:
    name = originals.keep(CONTENT)
    originals.remove(name)
    originals.remove(name)
    with pytest.raises(originals.LostOriginal, match=r"^原来的文件现在读不到"):
        originals.read(name, SEAL)


@pytest.mark.usefixtures("folder")
def test_a_store_that_answers_is_in_order() -> None:
    assert originals.trouble() == ""


@pytest.mark.usefixtures("no_folder")
def test_a_store_that_does_not_answer_refuses_in_sentences() -> None:
    with pytest.raises(ImportRefused, match=r"^现在存不下旧稿的原文，没有导入。"):
        originals.keep(CONTENT)
    with pytest.raises(originals.LostOriginal):
        originals.read("ab/cd", SEAL)
    originals.remove("ab/cd")
    assert originals.trouble().startswith("存放导入原文的地方用不了（")
