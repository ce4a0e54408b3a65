"""A real browser in front of the real site."""
