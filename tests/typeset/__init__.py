"""Tests of speeches/typeset."""
