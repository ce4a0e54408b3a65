"""Verbs: whatever changes a state or has a second effect. Each says what succeeds together."""
