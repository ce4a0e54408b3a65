"""A private PostgreSQL for the tests: `python -m tests.postgres -- COMMAND …`.

Runs COMMAND with DATABASE_URL naming a cluster made for it in a temporary folder, on a free port
of 127.0.0.1, under an unprivileged user even when root asks; afterwards nothing of it is left.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

Server = subprocess.Popen[bytes]

START_SECONDS = 30
# The cluster dies with the tests: waiting for the disk would protect nothing.
CONFIGURATION = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
}


def newest_programs(root: Path = Path("/usr/lib/postgresql")) -> Path:
    """Return the folder of the newest PostgreSQL installed by Debian."""
    found = sorted(root.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if not found:
        sys.exit("没有找到 PostgreSQL，请运行 make setup-test 或安装 Debian 软件包 postgresql。")
    return found[-1].parent


def unprivileged() -> dict[str, Any]:
    """Return whom the cluster runs as, for subprocess: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def reachable_folder() -> Path:
    """Return a new folder whose parents every user may pass through."""
    for parent in (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")):
        if all(step.stat().st_mode & 0o001 for step in (parent, *parent.parents)):
            return Path(tempfile.mkdtemp(prefix="pg-", dir=parent))
    sys.exit("没有其他用户可以进入的临时文件夹，请设置 TMPDIR。")


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def make_cluster(programs: Path, folder: Path, password: str, identity: dict[str, Any]) -> None:
    """Make an empty cluster whose only account, tests, has this password."""
    key = folder / "password"
    key.write_text(password, encoding="ascii")
    for path in (folder, key):
        os.chown(path, identity.get("user", -1), identity.get("group", -1))
    command = [programs / "initdb", "--pgdata=data", "--username=tests", "--pwfile=password"]
    command += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **identity)


def launch(programs: Path, folder: Path, port: int, identity: dict[str, Any]) -> Server:
    """Start the server; what it has to say goes to `folder`/log."""
    command = [programs / "postgres", "-D", "data", "-p", str(port), "-k", folder]
    command += [f"--{name}={value}" for name, value in CONFIGURATION.items()]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, **identity)


def wait_until_ready(server: Server, programs: Path, folder: Path, port: int) -> None:
    """Return when the server answers; end the program when it does not."""
    ready = [programs / "pg_isready", "--quiet", "--host=127.0.0.1", f"--port={port}"]
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run(ready, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            sys.exit("PostgreSQL 没有启动：\n" + (folder / "log").read_text(errors="replace"))
        time.sleep(0.05)


def stop(server: Server) -> None:
    """Stop the server at once, whoever is still connected."""
    server.send_signal(signal.SIGQUIT)
    server.wait()


@contextmanager
def private_cluster() -> Iterator[str]:
    """Give the DATABASE_URL of a cluster that lives as long as the block."""
    programs, identity, password = newest_programs(), unprivileged(), secrets.token_hex(16)
    folder, port = reachable_folder(), free_port()
    try:
        make_cluster(programs, folder, password, identity)
        server = launch(programs, folder, port, identity)
        try:
            wait_until_ready(server, programs, folder, port)
            yield f"postgres://tests:{password}@127.0.0.1:{port}/postgres"
        finally:
            stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def terminated(signum: int, _frame: object) -> NoReturn:
    """Turn a request to end into an exception, so that the cluster is removed on the way out."""
    sys.exit(128 + signum)


def main(command: Sequence[str]) -> int:
    """Run the command beside a cluster of its own; return its exit code."""
    signal.signal(signal.SIGTERM, terminated)
    with private_cluster() as url:
        environment = os.environ | {"DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:] if sys.argv[1:2] == ["--"] else sys.argv[1:]))
