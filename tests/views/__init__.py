"""The pages, as people and their roles meet them."""
