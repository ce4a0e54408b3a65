"""Visits: who asks for which address, and what the answer says."""

from __future__ import annotations

import html
import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

from speeches.models import FinalCopy, Speech, User
from speeches.services.finalising import mark_final
from tests import factories


def visitor(user: User | None = None, **fields: Any) -> Client:
    """Somebody who has logged in: `user`, or a new one with these fields."""
    client = Client()
    client.force_login(user or factories.user(**fields))
    return client


def stranger(role: str) -> Client:
    """Somebody with this role in another bureau."""
    return visitor(role=role, bureau=factories.bureau("临江市教育局"))


def words(response: HttpResponse) -> str:
    """What a page says, without its markup."""
    body = response.content.decode().split("<main", 1)[1]
    body = re.sub(r'<span class="found [^>]*>([^<]*)</span>', r"\1", body)  # underlined words
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", "<main" + body))).strip()


def final_copy(**fields: Any) -> FinalCopy:
    """A speech marked final, whatever the checks say of its words."""
    speech: Speech = factories.speech(**fields)
    return mark_final(speech, actor=None, because="照原文")
