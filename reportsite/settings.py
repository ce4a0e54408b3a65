"""All settings, driven by the environment; what cannot be right is refused in one sentence.

The variables: SECRET_KEY, DEBUG, ALLOWED_HOSTS, DATABASE_URL, FONT_DIRS, EXPORT_STORAGE,
ORIGINAL_STORAGE, ADMIN_PATH.
"""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from reportsite import environment

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = environment.folder_made(BASE_DIR / "var")

# --- What the operator decides ---------------------------------------------------------------

DEBUG = environment.debug(os.environ.get("DEBUG", ""))
SECRET_KEY = environment.secret_key(os.environ.get("SECRET_KEY", ""), debug=DEBUG)
ALLOWED_HOSTS = environment.allowed_hosts(os.environ.get("ALLOWED_HOSTS", ""), debug=DEBUG)
DATABASES = {
    "default": environment.database(
        os.environ.get("DATABASE_URL") or f"sqlite:///{quote(str(VAR_DIR / 'db.sqlite3'))}",
        base=BASE_DIR,
        sqlite_version=sqlite3.sqlite_version_info,
    )
}
FONT_DIRS = environment.font_dirs(os.environ.get("FONT_DIRS", ""))
EXPORT_STORAGE, ORIGINAL_STORAGE = (
    environment.private_storage(name, os.environ.get(name) or str(folder), base=BASE_DIR)
    for name, folder in {
        "EXPORT_STORAGE": VAR_DIR / "exports",
        "ORIGINAL_STORAGE": VAR_DIR / "originals",
    }.items()
)
ADMIN_PATH = environment.admin_path(os.environ.get("ADMIN_PATH", ""))

# --- The application -------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "bootstrap",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "speeches",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "reportsite.urls"
WSGI_APPLICATION = "reportsite.wsgi.application"
ASGI_APPLICATION = "reportsite.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

# --- Accounts and sessions -------------------------------------------------------------------

AUTH_USER_MODEL = "speeches.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # office machines are shared
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- What the browser is told ----------------------------------------------------------------

# The site runs on closed networks over plain http, so cookies are not tied to https. Behind a
# proxy that ends TLS the browser names an https origin: our own hosts are trusted as such.
CSRF_TRUSTED_ORIGINS = environment.https_origins(ALLOWED_HOSTS)
CSRF_FAILURE_VIEW = "speeches.views.keeping.csrf_failure"
X_FRAME_OPTIONS = "DENY"
# Over plain http browsers ignore this header, and complain of it on every page.
SECURE_CROSS_ORIGIN_OPENER_POLICY = None

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        # Bootstrap's style sheet carries the marks of its controls as data: images.
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- Files -----------------------------------------------------------------------------------

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Served straight from where the packages keep them: an update has no collecting step to forget,
# and the browser asks again after a minute, so nobody sees yesterday's styles.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 60  # seconds
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site has a use for our styles

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    # Only our views hand out what stands here: it has no public address.
    "exports": EXPORT_STORAGE,
    "originals": ORIGINAL_STORAGE,
}
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "media/"

# A file beyond the largest that is taken in is received and dropped, so that the page can say so.
FILE_UPLOAD_HANDLERS = [
    "speeches.forms.uploading.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Whoever pastes too much reads how much it was, with the text still there.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20  # bytes
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long text being checked, with every row of it open

# --- Log: standard error, for whatever runs the process to keep ------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    # Libraries speak from a warning upwards (fontTools tells every table it cuts); we and Django
    # from INFO. Django's own handlers go: they print in DEBUG only, and send mails.
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "speeches": {"level": "INFO"},
    },
}
