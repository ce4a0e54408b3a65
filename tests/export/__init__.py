"""Tests of speeches/export."""
