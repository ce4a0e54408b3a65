"""From the text of an environment variable to a setting, or a refusal in one sentence.

Every function is pure but for the folders it looks at. What it raises, `ImproperlyConfigured`,
carries the sentence for the operator: the variable, what is wrong with its value, an example.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

SHORTEST_KEY = 50
DEVELOPMENT_KEY = "for development only, where DEBUG=1 and nobody else can reach the site"
SWITCH = {"": False, "0": False, "false": False, "1": True, "true": True}

SQLITE = "django.db.backends.sqlite3"
POSTGRES = "django.db.backends.postgresql"
ENGINES = {"sqlite": SQLITE, "postgres": POSTGRES, "postgresql": POSTGRES}
URL_EXAMPLES = {
    SQLITE: "sqlite:////var/lib/gaotai/db.sqlite3",
    POSTGRES: "postgres://用户:密码@127.0.0.1:5432/gaotai",
}
STORAGE_EXAMPLE = (
    """{"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": "gaotai"}}"""
)

# Releases without the WAL-reset bug, which can damage a database that two processes write to:
# https://sqlite.org/wal.html#walresetbug
WAL_SAFE_FROM = (3, 51, 3)
WAL_SAFE_BRANCHES = ((3, 50, 7), (3, 44, 6))


def folder_made(folder: Path) -> Path:
    """Return the folder the site keeps its files in; a new one is its owner's alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"无法建立数据文件夹 {folder}（{error.strerror}），请检查路径和写入权限。"
        ) from error
    return folder


def debug(value: str) -> bool:
    """DEBUG: a switch; what is not clearly on or off is refused."""
    try:
        return SWITCH[value.strip().lower()]
    except KeyError:
        raise ImproperlyConfigured(
            f"DEBUG 只能是 0、1、true 或 false，现为“{value}”，例如 DEBUG=0。"
        ) from None


def secret_key(value: str, *, debug: bool) -> str:
    """SECRET_KEY: signs the sessions; where others can reach the site it must be long."""
    if debug:
        return value or DEVELOPMENT_KEY
    if len(value) < SHORTEST_KEY:
        found = f"现有 {len(value)} 个" if value else "现未设置"
        raise ImproperlyConfigured(
            f"SECRET_KEY 至少要有 {SHORTEST_KEY} 个字符，{found}，"
            "例如 SECRET_KEY=$(openssl rand -hex 32)。"
        )
    return value


def allowed_hosts(value: str, *, debug: bool) -> list[str]:
    """ALLOWED_HOSTS: the names the site answers to, separated by commas; no scheme, no port."""
    hosts = [host for host in map(str.strip, value.split(",")) if host]
    example = "例如 ALLOWED_HOSTS=gaotai.example.cn,192.168.1.20。"
    for host in hosts:
        bracketed = host.startswith("[") and host.endswith("]")  # an IPv6 address
        if "/" in host or (":" in host and not bracketed):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS 只写主机名，不带协议和端口，现有“{host}”，{example}"
            )
    if not hosts and not debug:
        raise ImproperlyConfigured(f"没有设置 ALLOWED_HOSTS，请写明访问本站用的主机名，{example}")
    return hosts


def https_origins(hosts: Sequence[str]) -> list[str]:
    """Return our own hosts as https origins; `.name` covers its sub-domains, `*` names nothing."""
    named = [host for host in hosts if host != "*"]
    return [f"https://{'*' if host.startswith('.') else ''}{host}" for host in named]


def font_dirs(value: str) -> list[Path]:
    """FONT_DIRS: folders of the bureau's own fonts, separated as in PATH."""
    folders = [Path(part) for part in value.split(os.pathsep) if part]
    for folder in folders:
        if not folder.is_dir():
            raise ImproperlyConfigured(
                f"FONT_DIRS 中的文件夹 {folder} 不存在，多个文件夹以“{os.pathsep}”分隔，"
                "例如 FONT_DIRS=/usr/local/share/fonts。"
            )
    return folders


def admin_path(value: str) -> str:
    """ADMIN_PATH: where Django's admin is mounted, without slashes around it; empty: nowhere."""
    path = value.strip("/")
    plain = path.replace("-", "").replace("_", "").replace("/", "")
    if path and not (plain.isascii() and plain.isalnum()):
        raise ImproperlyConfigured(
            f"ADMIN_PATH 只能用字母、数字、“-”、“_”和“/”，现为“{value}”，"
            "例如 ADMIN_PATH=manage-2f9c，不用后台则留空。"
        )
    return path


def private_storage(name: str, value: str, *, base: Path) -> dict[str, Any]:
    """The variable `name`: a folder (relative to `base`), or one of Django's storages as JSON.

    That may hold a password, so a refusal never repeats it.
    """
    if not value.lstrip().startswith("{"):
        return _folder_storage(folder_made(base / value))
    try:
        storage = json.loads(value)
    except ValueError:
        storage = {}
    options = storage.get("OPTIONS", {})
    if not (
        set(storage) <= {"BACKEND", "OPTIONS"}
        and isinstance(storage.get("BACKEND"), str)
        and isinstance(options, dict)
    ):
        raise ImproperlyConfigured(
            f"{name} 写法有误：写一个文件夹，或者写 Django 存储后端的 JSON，"
            f"例如 {name}={STORAGE_EXAMPLE}。"
        )
    return {"BACKEND": storage["BACKEND"], "OPTIONS": options}


def _folder_storage(folder: Path) -> dict[str, Any]:
    """Speeches stand in it: neither the folder nor its files are for other accounts."""
    options = {
        "location": str(folder),
        "file_permissions_mode": 0o600,
        "directory_permissions_mode": 0o700,
    }
    return {"BACKEND": "speeches.services.storing.WholeFiles", "OPTIONS": options}


def database(url: str, *, base: Path, sqlite_version: Sequence[int]) -> dict[str, Any]:
    """DATABASE_URL: a SQLite file (relative to `base`) or a PostgreSQL database.

    The value may hold a password, so a refusal never repeats it.
    """
    engine = ENGINES.get(url.split(":", 1)[0])
    if engine is None:
        raise ImproperlyConfigured(
            "DATABASE_URL 只支持以 sqlite:// 或 postgres:// 开头的地址，"
            f"例如 DATABASE_URL={URL_EXAMPLES[POSTGRES]}。"
        )
    if not _well_formed(url, engine):
        raise ImproperlyConfigured(
            f"DATABASE_URL 写法有误，例如 DATABASE_URL={URL_EXAMPLES[engine]}。"
        )
    config = dict(Env.db_url_config(url, engine=engine))
    return _postgres(config) if engine == POSTGRES else _sqlite(config, base, sqlite_version)


def _well_formed(url: str, engine: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port  # it is checked when it is read
    except ValueError:
        return False
    return parts.path.strip("/") != "" and not (engine == SQLITE and parts.netloc)


def _sqlite(config: dict[str, Any], base: Path, version: Sequence[int]) -> dict[str, Any]:
    path = base / config["NAME"]
    folder_made(path.parent)
    options = {
        # A transaction takes the write lock as it begins: of two that read first and write then,
        # one waits instead of failing.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,  # seconds
        "init_command": journal_pragmas(version),
    }
    return config | {"NAME": str(path), "OPTIONS": options}


def journal_pragmas(version: Sequence[int]) -> str:
    """Return the journal mode for this SQLite: WAL where it is safe, else the slower TRUNCATE.

    Either way a commit is on the disk before it is acknowledged.
    """
    found = tuple(version)
    patched = any(found[:2] == fix[:2] and found >= fix for fix in WAL_SAFE_BRANCHES)
    mode = "WAL" if patched or found >= WAL_SAFE_FROM else "TRUNCATE"
    return f"PRAGMA journal_mode = {mode}; PRAGMA synchronous = FULL"


def _postgres(config: dict[str, Any]) -> dict[str, Any]:
    return {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True} | config
