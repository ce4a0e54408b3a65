"""A key that a form for something new carries, so that sending it twice makes one row."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TypeVar

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from speeches.models import User, Versioned
from speeches.services.refusals import VersionMissing

Row = TypeVar("Row", bound=Versioned)
_SALT = "speeches.once"


def fresh_key(actor: User) -> str:
    """A new key, signed for this person: nobody finds another's row by it."""
    return signing.dumps([uuid.uuid4().hex, actor.pk], salt=_SALT)


def key_of(signed: str, actor: User) -> uuid.UUID:
    """The key in a form. Raises VersionMissing where there is none for this person."""
    try:
        key, owner = signing.loads(signed, salt=_SALT)
    except signing.BadSignature as error:
        raise VersionMissing from error
    if owner != actor.pk:
        raise VersionMissing
    return uuid.UUID(key)


def created_once(model: type[Row], key: uuid.UUID, make: Callable[[], Row]) -> tuple[Row, bool]:
    """The row of `key`, and whether it was made now; `make` inserts it with `once=key`."""
    if row := model._base_manager.filter(once=key).first():
        return row, False
    try:
        with transaction.atomic():
            return make(), True
    except (IntegrityError, ValidationError):  # the row itself may be what now stands in the way
        row = model._base_manager.filter(once=key).first()  # sent twice at the same moment
        if row is None:
            raise
        return row, False
