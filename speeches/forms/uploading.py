"""How much of an uploaded file reaches the disk: a little more than the most that is taken in."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from speeches.importing.archive import MAX_SIZE


class Bounded(FileUploadHandler):
    """Stands before Django's own handlers. What lies behind the bound is received and dropped, so
    the file arrives larger than the bound, and the form refuses it in a sentence of its own."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= MAX_SIZE else None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The handlers behind this one make the file."""
        return None
