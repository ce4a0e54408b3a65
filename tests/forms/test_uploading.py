"""A file that is too large is received, not kept, and still known to be too large."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from pytest_django import Settings

from speeches.forms import uploading

KILOBYTE = 2**10


@pytest.mark.parametrize("in_memory", [KILOBYTE * KILOBYTE, 0])
@pytest.mark.parametrize(
    ("size", "received"),
    [(0, 0), (10, 10), (100, 100), (900, 191)],
)
def test_what_lies_behind_the_bound_is_dropped(
    size: int,
    received: int,
    in_memory: int,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(uploading, "MAX_SIZE", 128 * KILOBYTE)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = in_memory
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    sent = {"file": SimpleUploadedFile("旧稿.txt", b"x" * size * KILOBYTE), "text": "同志们"}
    request = RequestFactory().post("/", sent)
    file = request.FILES["file"]
    # What surrounds the file in the request comes with its first chunk.
    assert (file.size // KILOBYTE, file.name) == (received, "旧稿.txt")
    assert len(file.read()) == file.size
    assert request.POST["text"] == "同志们"
    file.close()
