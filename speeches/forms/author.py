"""Whose text a form holds: its page says so under our signature."""

from __future__ import annotations

from django.core import signing

from speeches.models import User

FIELD = "author"
_SALT = "speeches.author"


def signed_author(user: User) -> str:
    return signing.dumps(user.pk, salt=_SALT)


def author_of(signed: str) -> User | None:
    """The person before whom the page was opened; None where nobody signed for it."""
    try:
        key = signing.loads(signed, salt=_SALT)
    except signing.BadSignature:
        return None
    return User.objects.filter(pk=key, is_active=True).first()
