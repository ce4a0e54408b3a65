"""`.setup/debian` installs what is missing, or says what it cannot install."""

import subprocess
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent / ".setup" / "debian"
TOOLS = ("bash", "env", "sed", "comm", "sort", "paste")
PROGRAMS = {
    # The package pdf is there; old was removed, its configuration was not.
    "dpkg-query": "printf 'installed pdf\\nconfig-files old\\n'; exit 1",
    "apt-get": 'echo "apt-get $*"',
    "sudo": 'echo "sudo $1"; "$@"',
}
MISSING_APT = (
    "缺少下列软件包，本机没有 apt，请先自行安装：fonts old\n"
    "（以 Debian 的名称列出；确已装好的，用 make PACKAGES= TEST_PACKAGES= 跳过这一步）\n"
)
INSTALLING = "-q -y install --no-install-recommends fonts old"


def machine(folder: Path, user: int, *names: str) -> dict[str, str]:
    """Make a PATH with the common tools and these programs only; return the environment."""
    for tool in TOOLS:
        (folder / tool).symlink_to(Path("/usr/bin") / tool)
    for name, script in {"id": f"echo {user}", **{name: PROGRAMS[name] for name in names}}.items():
        (folder / name).write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return {"PATH": str(folder), "LC_ALL": "C.UTF-8"}


def setup(environment: dict[str, str], *packages: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [SCRIPT, *packages], env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_nothing_is_asked_when_nothing_is_missing(tmp_path):
    environment = machine(tmp_path, 1000, "dpkg-query", "apt-get", "sudo")
    assert setup(environment, "pdf") == (0, "", "")


def test_root_installs_what_is_missing(tmp_path):
    environment = machine(tmp_path, 0, "dpkg-query", "apt-get")
    assert setup(environment, "pdf", "old", "fonts") == (
        0,
        f"安装软件包：fonts old\napt-get -q update\napt-get {INSTALLING}\n",
        "",
    )


def test_a_user_installs_through_sudo(tmp_path):
    environment = machine(tmp_path, 1000, "dpkg-query", "apt-get", "sudo")
    assert setup(environment, "pdf", "old", "fonts") == (
        0,
        f"安装软件包：fonts old\nsudo apt-get\napt-get -q update\nsudo env\napt-get {INSTALLING}\n",
        "",
    )


def test_without_apt_the_packages_are_named(tmp_path):
    environment = machine(tmp_path, 1000, "dpkg-query")
    assert setup(environment, "pdf", "old", "fonts") == (1, "", MISSING_APT)


def test_a_user_without_sudo_is_told_what_to_ask_for(tmp_path):
    environment = machine(tmp_path, 1000, "dpkg-query", "apt-get")
    assert setup(environment, "pdf", "old", "fonts") == (
        1,
        "",
        "缺少软件包，请管理员先运行：apt-get install --no-install-recommends fonts old\n",
    )


def test_a_machine_without_dpkg_is_told_every_package(tmp_path):
    code, said, refused = setup(machine(tmp_path, 0), "pdf", "fonts")
    assert (code, said) == (1, "")
    assert refused.splitlines()[0] == ("缺少下列软件包，本机没有 apt，请先自行安装：fonts pdf")
