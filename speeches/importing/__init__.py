"""A real text becomes an outline, and what was not understood stands in a list. Pure: no Django."""
