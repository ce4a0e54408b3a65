"""How long a speech of 25 pages takes: `make bench` prints a table and holds nobody to it."""
