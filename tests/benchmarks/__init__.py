"""How long a speech of 21 pages takes: `make bench` prints tables and holds nobody to them."""
