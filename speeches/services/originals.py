"""The files that texts came in, as they came, in Django's storage `originals`.

They stand under names of ours, are written once, and are only ever handed out as attachments.
"""

from __future__ import annotations

import logging
import uuid
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import storages

from speeches.importing.errors import ImportRefused

ALIAS = "originals"
_NO_ROOM = "现在存不下旧稿的原文，没有导入。请告诉系统运维人员，处理好以后再导入一次。"

logger = logging.getLogger(__name__)


class LostOriginal(Exception):
    """The file is not there any more, or not as it was; `str()` is a sentence."""


def keep(content: bytes) -> str:
    """Store a file; its name there. Raises ImportRefused where that cannot be done."""
    key = uuid.uuid4().hex
    try:
        return str(storages[ALIAS].save(f"{key[:2]}/{key}", ContentFile(content)))
    except Exception as error:  # a store on the network fails in ways of its own
        logger.exception("导入的原文存不下来")
        raise ImportRefused(_NO_ROOM) from error


def read(name: str, seal: str) -> bytes:
    """The file whose SHA-256 is `seal`. Raises LostOriginal."""
    try:
        with storages[ALIAS].open(name) as stream:
            content: bytes = stream.read()
    except Exception as error:  # the same
        logger.exception("读不到导入的原文 %s", name)
        raise LostOriginal("原来的文件现在读不到，请告诉系统运维人员。") from error
    if sha256(content).hexdigest() != seal:
        logger.error("导入的原文 %s 与存入时不同。", name)
        raise LostOriginal("原来的文件已损坏，没有下载。")
    return content


def remove(name: str) -> None:
    """Remove the file of an import that is given up; one that cannot be removed is logged."""
    try:
        storages[ALIAS].delete(name)
    except Exception:  # the same; the row is gone all the same
        logger.exception("导入的原文 %s 没有删掉", name)


def trouble() -> str:
    """Why nothing can be kept, in a sentence; empty where the store answers."""
    try:
        storages[ALIAS].exists("0")
    except Exception as error:  # the same
        return f"存放导入原文的地方用不了（{error}），请检查 ORIGINAL_STORAGE。"
    return ""
