#!/usr/bin/env python3
"""Django's command line for 稿台; refuses a bad configuration in one sentence."""

import sys

from django.core.management import execute_from_command_line

from reportsite.start import load_settings

if __name__ == "__main__":
    load_settings()
    execute_from_command_line(sys.argv)
