"""The one app: speeches of a bureau, from facts to pages, in layers (see pyproject.toml)."""
