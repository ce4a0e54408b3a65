"""The settings of the tests, with what the demo makes put into a folder that a test names."""

import os
from pathlib import Path

from tests.settings import *  # noqa: F403 - all of them, with one changed

VAR_DIR = Path(os.environ["DEMO_VAR"])
