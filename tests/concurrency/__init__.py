"""What several processes do to one speech at the same time, on the database under test."""
