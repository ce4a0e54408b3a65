"""What goes wrong on the way to bytes."""


class ExportError(Exception):
    """An export that cannot be made; the message is a sentence for the user."""
