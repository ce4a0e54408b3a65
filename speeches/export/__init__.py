"""Bytes: pages and documents become HTML, PDF and plain text. Wording is decided elsewhere."""
