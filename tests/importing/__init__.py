"""Tests of `speeches.importing`; mirrors its modules."""
