"""The settings of the tests, with a site that does nothing but save."""

from tests.settings import *  # noqa: F403 - all of them, with the addresses changed

ROOT_URLCONF = "tests.concurrency.site"
