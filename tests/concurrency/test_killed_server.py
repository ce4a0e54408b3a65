"""kill -9 of the server under four writers: what it acknowledged is there afterwards."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.concurrency.conftest import Processes
from tests.postgres import free_port

pytestmark = pytest.mark.database
WRITERS, ENOUGH, ATTEMPTS = 4, 60, 1000
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@contextmanager
def served(processes: Processes) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The port, and the server: a group of processes that is gone when the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", f"--bind=127.0.0.1:{port}", "--workers=2"]
    command += ["--threads=2", "--log-level=warning", "--no-control-socket", "reportsite.wsgi"]
    folder = Path(__file__).parents[2]
    server = subprocess.Popen(
        command, cwd=folder, env=processes.environment, start_new_session=True
    )
    try:
        yield port, server
    finally:
        with suppress(ProcessLookupError):  # it ended by itself: the test has said so
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def acknowledged(port: int, key: int, seen: list[str]) -> None:
    """Save text after text until the server is no more; `seen` are those it said it saved."""
    for number in range(ATTEMPTS):
        text = f"条目{key}第{number}次"
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("POST", f"/nodes/{key}/", urlencode({"body": text}), FORM)
            answer = connection.getresponse()
            assert (answer.status, answer.read().decode()) == (200, text)
        except ConnectionRefusedError:
            if seen:
                return
            time.sleep(0.05)  # it has not started yet
        except (OSError, HTTPException):
            return
        else:
            seen.append(text)
        finally:
            connection.close()


def test_a_killed_server_loses_no_acknowledged_save(processes: Processes) -> None:
    points = processes.run("prepare", WRITERS // 2)["points"]
    seen: dict[int, list[str]] = {key: [] for key in points}

    with ThreadPoolExecutor(WRITERS) as pool:
        with served(processes) as (port, server):
            writers = [pool.submit(acknowledged, port, key, seen[key]) for key in points]
            while not all(seen.values()) or sum(map(len, seen.values())) < ENOUGH:
                assert server.poll() is None
                assert not any(writer.done() for writer in writers)
                time.sleep(0.01)
        for writer in writers:
            writer.result()

    kept = [set(answer["texts"]) for answer in processes.run("texts", "node", *sorted(points))]
    assert [set(seen[key]) - texts for key, texts in zip(sorted(points), kept, strict=True)] == [
        set()
    ] * WRITERS
