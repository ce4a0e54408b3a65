"""The one way every process starts: the settings are loaded, or refused in one sentence."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def load_settings() -> None:
    """Load the settings now; a refusal ends the process with its sentence and no traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reportsite.settings")
    try:
        _ = settings.DEBUG  # the first access is what loads them
    except ImproperlyConfigured as refusal:
        sys.exit(f"配置有误，未启动：{refusal}")
