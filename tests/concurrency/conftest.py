"""A database that other processes can reach, and the processes."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql


class Processes:
    """Runs `tests.concurrency.worker` on a database of its own."""

    def __init__(self, url: str) -> None:
        self.environment = os.environ | {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "tests.concurrency.settings",
        }

    def start(self, *words: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.concurrency.worker", *map(str, words)]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=self.environment, text=True, stdin=pipe, stdout=pipe)

    def run(self, *words: object) -> Any:
        return self.together([words])[0]

    def together(self, commands: Sequence[Sequence[object]]) -> list[Any]:
        """What each command answers; none begins before all of them are ready."""
        workers = [self.start(*words) for words in commands]
        for worker in workers:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("go\n")
            worker.stdin.flush()
        answers = [worker.communicate()[0] for worker in workers]
        assert [worker.returncode for worker in workers] == [0] * len(workers)
        return [json.loads(answer) for answer in answers]


@pytest.fixture(scope="module")
def processes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    url = os.environ["DATABASE_URL"]
    if url.startswith("sqlite"):
        yield migrated(f"sqlite:///{tmp_path_factory.mktemp('shared') / 'db.sqlite3'}")
        return
    name = f"shared_{uuid.uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield migrated(urlunsplit(urlsplit(url)._replace(path=f"/{name}")))
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def migrated(url: str) -> Processes:
    processes = Processes(url)
    command = [sys.executable, Path(__file__).parents[2] / "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(command, env=processes.environment, check=True)
    return processes
