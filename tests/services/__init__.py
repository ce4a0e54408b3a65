"""Tests of `speeches.services`; mirrors its modules."""
