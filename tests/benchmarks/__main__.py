"""``python -m tests.benchmarks``: makes a site with database and files of its own, then prints."""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import chain
from pathlib import Path

import django
from django.core.management import call_command

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ["EXPORT_STORAGE"] = str(Path(folder) / "exports")
        os.environ["ORIGINAL_STORAGE"] = str(Path(folder) / "originals")
        # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        from tests.benchmarks import checking, importing, site  # models need what stands above

        for lines in chain(checking.report(), importing.report(), site.report()):
            sys.stdout.write(lines + "\n\n")
            sys.stdout.flush()
