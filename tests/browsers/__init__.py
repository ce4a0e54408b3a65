"""A lint: our own styles and scripts use nothing that Chromium 86 does not know."""
