"""Tests of `speeches.document`; mirrors its modules."""
