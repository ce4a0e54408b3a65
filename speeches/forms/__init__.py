"""Forms: one crispy layout each."""
