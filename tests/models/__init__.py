"""Tests of `speeches.models`: what the database holds by itself."""
