"""Forms, apart from the pages they stand on."""
