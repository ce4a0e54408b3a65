"""The tests mirror the rooms of speeches/."""
