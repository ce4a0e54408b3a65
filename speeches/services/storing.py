"""Files kept for the next time, in Django's storage `exports`: a folder, or what the site names.

A file stands under the key of all that decides its bytes, behind a seal of those bytes; whatever
is cut short or damaged is made again. The store is a saving of time and nothing more: a file that
cannot be kept is still handed out.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils import timezone
from django.utils.crypto import get_random_string

ALIAS = "exports"
SEAL = sha256().digest_size
PROBE = "probe"
UNUSABLE = "存放导出文件的地方用不了（{}），请检查 EXPORT_STORAGE。"
KEPT_FOR = datetime.timedelta(days=90)

logger = logging.getLogger(__name__)


class WholeFiles(FileSystemStorage):
    """Files that appear whole or not at all: of two written at once the later one stays."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: Any) -> str:
        beside = f"{name}.{get_random_string(8)}"
        try:
            super()._save(beside, content)
            Path(self.path(beside)).replace(self.path(name))
        except OSError:
            self.delete(beside)
            raise
        return name


def kept(key: str, make: Callable[[], bytes]) -> bytes:
    """The file of this key: the one that is kept, or else a new one, kept from now on."""
    found = find(key)
    if found is None:
        found = make()
        keep(key, found)
    return found


def find(key: str) -> bytes | None:
    """The file if it is there and as it was written; a damaged one is removed."""
    name = _name(key)
    try:
        storage = storages[ALIAS]
        if not storage.exists(name):
            return None
        with storage.open(name) as stream:
            sealed: bytes = stream.read()
        seal, content = sealed[:SEAL], sealed[SEAL:]
        if seal == sha256(content).digest():
            return content
        storage.delete(name)
    except Exception as error:  # a store on the network fails in ways of its own
        logger.warning("读不到已存的导出文件 %s，重新生成：%s", name, error)
        return None
    logger.warning("已存的导出文件 %s 已损坏，重新生成。", name)
    return None


def keep(key: str, content: bytes) -> None:
    """Keep a file, and clear its folder of old ones: so they go without anybody's doing."""
    name = _name(key)
    try:
        storage = storages[ALIAS]
        written = storage.save(name, ContentFile(sha256(content).digest() + content))
        if written != name:  # the store never replaces, and another node was faster
            storage.delete(written)
        clear(timezone.now() - KEPT_FOR, [name.partition("/")[0]])
    except Exception as error:  # the same; the person gets the file all the same
        logger.warning("导出文件 %s 存不下来，下次要重新生成：%s", name, error)


def clear(before: datetime.datetime, folders: Iterable[str] | None = None) -> int:
    """Remove the files made before then, in all folders or in these; how many they were.

    Whoever wants one of them again waits once for a new one.
    """
    storage = storages[ALIAS]
    folders = storage.listdir("")[0] if folders is None else folders
    names = [f"{folder}/{name}" for folder in folders for name in storage.listdir(folder)[1]]
    old = [name for name in names if _made(storage, name) < before]
    for name in old:
        storage.delete(name)
    return len(old)


def trouble() -> str:
    """Why nothing can be kept, in a sentence; empty where a file can be stored and removed."""
    try:
        storage = storages[ALIAS]
        storage.delete(storage.save(PROBE, ContentFile(b"0")))
    except Exception as error:  # whatever the store raises
        return UNUSABLE.format(error)
    return ""


def _name(key: str) -> str:
    return f"{key[:2]}/{key}"


def _made(storage: Storage, name: str) -> datetime.datetime:
    try:
        return storage.get_modified_time(name)
    except FileNotFoundError:  # cleared by another node meanwhile
        return timezone.now()
