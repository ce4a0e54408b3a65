"""The environment of the tests, then the site's own settings.

A name that is already in the environment stays: `python -m tests.postgres` names its database.
"""

import os

os.environ.setdefault("SECRET_KEY", "a key that signs nothing but the sessions of the tests")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,127.0.0.1,localhost")
# Not the database of the person who runs the tests.
os.environ.setdefault("DATABASE_URL", "sqlite:///var/tests.sqlite3")
# Nor the files that stand there; what a test keeps goes with its process.
for name in ("EXPORT_STORAGE", "ORIGINAL_STORAGE"):
    os.environ.setdefault(name, '{"BACKEND": "django.core.files.storage.InMemoryStorage"}')

from reportsite.settings import *  # noqa: E402, F403 - all of them, read with the above

# Hashing a password slowly is for people who steal it, not for tests.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Files are looked up when asked for, instead of listed at every start of a test client.
WHITENOISE_AUTOREFRESH = True
