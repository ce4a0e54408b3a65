"""Each variable of the environment: what it becomes, and what is refused with which sentence."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from reportsite import environment

OLD_SQLITE = (3, 40, 1)
LONG_KEY = "k" * 50


def refusal(read, *arguments, **named) -> str:
    with pytest.raises(ImproperlyConfigured) as refused:
        read(*arguments, **named)
    return str(refused.value)


SWITCHES = {
    "": False, "0": False, "false": False, "False": False,
    "1": True, "true": True, " TRUE ": True,
}  # fmt: skip


@pytest.mark.parametrize("value", SWITCHES)
def test_debug_is_a_switch(value):
    assert environment.debug(value) is SWITCHES[value]


@pytest.mark.parametrize("value", ["yes", "on", "2", "开", "1;"])
def test_debug_refuses_what_is_neither_on_nor_off(value):
    assert refusal(environment.debug, value) == (
        f"DEBUG 只能是 0、1、true 或 false，现为“{value}”，例如 DEBUG=0。"
    )


@pytest.mark.parametrize(
    ("value", "debug", "key"),
    [
        (LONG_KEY, False, LONG_KEY),
        ("short", True, "short"),
        ("", True, environment.DEVELOPMENT_KEY),
        ("$" + LONG_KEY, False, "$" + LONG_KEY),
    ],
)
def test_the_key_is_taken_as_it_is(value, debug, key):
    assert environment.secret_key(value, debug=debug) == key


@pytest.mark.parametrize(("value", "found"), [("", "现未设置"), ("k" * 49, "现有 49 个")])
def test_a_missing_or_short_key_is_refused(value, found):
    assert refusal(environment.secret_key, value, debug=False) == (
        f"SECRET_KEY 至少要有 50 个字符，{found}，例如 SECRET_KEY=$(openssl rand -hex 32)。"
    )


@pytest.mark.parametrize(
    ("value", "hosts"),
    [
        ("a.example.cn", ["a.example.cn"]),
        (" a.example.cn , 10.0.0.8,", ["a.example.cn", "10.0.0.8"]),
        (".example.cn,[::1],*", [".example.cn", "[::1]", "*"]),
    ],
)
def test_hosts_are_separated_by_commas(value, hosts):
    assert environment.allowed_hosts(value, debug=False) == hosts


def test_with_debug_hosts_may_be_missing():
    assert environment.allowed_hosts("", debug=True) == []


def test_without_debug_missing_hosts_are_refused():
    assert refusal(environment.allowed_hosts, " , ", debug=False) == (
        "没有设置 ALLOWED_HOSTS，请写明访问本站用的主机名，"
        "例如 ALLOWED_HOSTS=gaotai.example.cn,192.168.1.20。"
    )


@pytest.mark.parametrize("host", ["http://a.example.cn", "a.example.cn:8000", "a.example.cn/"])
def test_a_host_with_scheme_port_or_path_is_refused(host):
    assert refusal(environment.allowed_hosts, f"b.cn,{host}", debug=True) == (
        f"ALLOWED_HOSTS 只写主机名，不带协议和端口，现有“{host}”，"
        "例如 ALLOWED_HOSTS=gaotai.example.cn,192.168.1.20。"
    )


def test_our_own_hosts_are_trusted_over_https():
    assert environment.https_origins(["a.cn", ".b.cn", "*", "10.0.0.8"]) == [
        "https://a.cn",
        "https://*.b.cn",
        "https://10.0.0.8",
    ]


def test_font_folders_are_separated_as_in_path(tmp_path):
    other = tmp_path / "其他"
    other.mkdir()
    assert environment.font_dirs(f"{tmp_path}:{other}") == [tmp_path, other]
    assert environment.font_dirs("") == []


def test_a_font_folder_that_does_not_exist_is_refused(tmp_path):
    missing = tmp_path / "none"
    assert refusal(environment.font_dirs, f"{tmp_path}:{missing}") == (
        f"FONT_DIRS 中的文件夹 {missing} 不存在，多个文件夹以“:”分隔，"
        "例如 FONT_DIRS=/usr/local/share/fonts。"
    )


@pytest.mark.parametrize(
    ("value", "path"),
    [("", ""), ("/", ""), ("admin", "admin"), ("/a-1/b_2/", "a-1/b_2")],
)
def test_the_admin_path_loses_the_slashes_around_it(value, path):
    assert environment.admin_path(value) == path


@pytest.mark.parametrize("value", ["后台", "a b", "<int:x>", "a.b"])
def test_an_admin_path_with_other_signs_is_refused(value):
    assert refusal(environment.admin_path, value) == (
        f"ADMIN_PATH 只能用字母、数字、“-”、“_”和“/”，现为“{value}”，"
        "例如 ADMIN_PATH=manage-2f9c，不用后台则留空。"
    )


def test_exports_are_kept_in_a_folder_named_from_the_project_on(tmp_path):
    assert environment.private_storage("EXPORT_STORAGE", "存/稿", base=tmp_path) == {
        "BACKEND": "speeches.services.storing.WholeFiles",
        "OPTIONS": {
            "location": str(tmp_path / "存" / "稿"),
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }
    assert (tmp_path / "存" / "稿").is_dir()


@pytest.mark.parametrize(
    ("value", "options"),
    [
        ('{"BACKEND": "a.B"}', {}),
        (' {"BACKEND": "a.B", "OPTIONS": {"bucket_name": "gaotai"}}', {"bucket_name": "gaotai"}),
    ],
)
def test_exports_are_kept_where_a_storage_of_django_puts_them(value, options):
    wanted = {"BACKEND": "a.B", "OPTIONS": options}
    assert environment.private_storage("EXPORT_STORAGE", value, base=Path("/elsewhere")) == wanted


@pytest.mark.parametrize(
    "value",
    [
        "{",
        "{}",
        '{"BACKEND": 1}',
        '{"BACKEND": "a.B", "OPTIONS": "secret"}',
        '{"BACKEND": "a.B", "OPTION": {"password": "secret"}}',
    ],
)
def test_a_malformed_storage_is_refused_without_repeating_it(value):
    assert refusal(environment.private_storage, "EXPORT_STORAGE", value, base=Path()) == (
        "EXPORT_STORAGE 写法有误：写一个文件夹，或者写 Django 存储后端的 JSON，例如 EXPORT_STORAGE="
        '{"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": "gaotai"}}。'
    )


def test_a_folder_for_exports_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    assert refusal(
        environment.private_storage, "EXPORT_STORAGE", "file/exports", base=tmp_path
    ) == (f"无法建立数据文件夹 {tmp_path}/file/exports（Not a directory），请检查路径和写入权限。")


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "TRUNCATE"),
        ((3, 44, 5), "TRUNCATE"),
        ((3, 44, 6), "WAL"),
        ((3, 45, 9), "TRUNCATE"),
        ((3, 50, 6), "TRUNCATE"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 2), "TRUNCATE"),
        ((3, 51, 3), "WAL"),
        ((3, 52, 0), "WAL"),
        ((4, 0, 0), "WAL"),
    ],
)
def test_wal_is_used_where_sqlite_resets_it_safely(version, mode):
    assert environment.journal_pragmas(version) == (
        f"PRAGMA journal_mode = {mode}; PRAGMA synchronous = FULL"
    )


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("sqlite:///data/a.sqlite3", "data/a.sqlite3"),
        ("sqlite:///data/%E7%A8%BF%20a%2Bb.sqlite3", "data/稿 a+b.sqlite3"),
    ],
)
def test_a_sqlite_file_is_named_from_the_project_on_and_its_folder_made(tmp_path, url, name):
    config = environment.database(url, base=tmp_path, sqlite_version=OLD_SQLITE)
    assert config == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(tmp_path / name),
        "USER": "",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL",
        },
    }
    assert (tmp_path / "data").is_dir()


def test_an_absolute_sqlite_file_stays_where_it_is(tmp_path):
    url = f"sqlite:///{tmp_path}/b.sqlite3"
    config = environment.database(url, base=Path("/elsewhere"), sqlite_version=OLD_SQLITE)
    assert config["NAME"] == f"{tmp_path}/b.sqlite3"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    url = "sqlite:///file/db.sqlite3"
    sentence = refusal(environment.database, url, base=tmp_path, sqlite_version=OLD_SQLITE)
    assert sentence == (
        f"无法建立数据文件夹 {tmp_path}/file（File exists），请检查路径和写入权限。"
    )


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgres_keeps_its_connections_and_checks_their_health(scheme):
    url = f"{scheme}://u:p%40ss@db.example.cn:5433/gaotai?sslmode=require"
    assert environment.database(url, base=Path(), sqlite_version=OLD_SQLITE) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "gaotai",
        "USER": "u",
        "PASSWORD": "p@ss",
        "HOST": "db.example.cn",
        "PORT": 5433,
        "OPTIONS": {"sslmode": "require"},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


@pytest.mark.parametrize(
    "url", ["mysql://u:secret@h/d", "db.sqlite3", "/var/db.sqlite3", "oracle://"]
)
def test_other_databases_are_refused_without_repeating_the_password(url):
    assert refusal(environment.database, url, base=Path(), sqlite_version=OLD_SQLITE) == (
        "DATABASE_URL 只支持以 sqlite:// 或 postgres:// 开头的地址，"
        "例如 DATABASE_URL=postgres://用户:密码@127.0.0.1:5432/gaotai。"
    )


@pytest.mark.parametrize(
    ("url", "example"),
    [
        ("sqlite://:memory:", "sqlite:////var/lib/gaotai/db.sqlite3"),
        ("sqlite://db.sqlite3", "sqlite:////var/lib/gaotai/db.sqlite3"),
        ("sqlite://host/db.sqlite3", "sqlite:////var/lib/gaotai/db.sqlite3"),
        ("sqlite:", "sqlite:////var/lib/gaotai/db.sqlite3"),
        ("postgres://u:secret@h:port/d", "postgres://用户:密码@127.0.0.1:5432/gaotai"),
        ("postgres://u:secret@h", "postgres://用户:密码@127.0.0.1:5432/gaotai"),
        ("postgres://u:secret@[h/d", "postgres://用户:密码@127.0.0.1:5432/gaotai"),
    ],
)
def test_a_malformed_database_address_is_refused_without_repeating_it(url, example):
    assert refusal(environment.database, url, base=Path(), sqlite_version=OLD_SQLITE) == (
        f"DATABASE_URL 写法有误，例如 DATABASE_URL={example}。"
    )
