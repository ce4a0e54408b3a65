"""What goes wrong on the way in."""


class ImportRefused(Exception):
    """A file or text that is not taken in; the message is one sentence for the user."""
