"""``python -m tests.golden``: writes the golden pages and findings, on a database of its own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import django
from django.core.management import call_command

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'golden.sqlite3'}"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        from speeches.typeset.edition import BUILT_IN
        from tests.golden.findings import GOLDEN, findings_as_text
        from tests.golden.sample import golden_file, pages_as_text, sample_document

        GOLDEN.write_text(findings_as_text(), encoding="utf-8")
        document = sample_document()
        for edition in BUILT_IN:
            golden_file(edition).write_text(pages_as_text(document, edition), encoding="utf-8")
