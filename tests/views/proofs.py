"""The pages of 校核: where they are, and what stands on them."""

from __future__ import annotations

import re

from django.http import HttpResponse
from django.test import Client

from speeches.models import Speech
from tests.views.visiting import words

OPENING = "今天召开会议,总结工作,部署任务。新增学位x个。我们要抓好落实!!"


def address(speech: Speech, rest: str = "") -> str:
    return f"/speeches/{speech.pk}/checks/{rest}"


def listed(client: Client, speech: Speech, show: str = "") -> str:
    return words(client.get(address(speech, f"?show={show}")))


def markup(client: Client, speech: Speech, rest: str = "") -> str:
    return client.get(address(speech, rest)).content.decode()


def titles(page: str) -> list[tuple[str, str]]:
    """Level and rule of every line."""
    heads = re.findall(r'<h3 class="finding-head"><span[^>]*>([^<]*)</span> ([^<]*)', page)
    return [(level, title.strip()) for level, title in heads]


def keys_of(page: str, text: str) -> list[str]:
    """The keys of the findings about a text, in the order of the list."""
    found = re.findall(r'data-to-found="(\w+)"[^>]*>[^<]*<span[^>]*>([^<]*)<', page)
    return [key for key, about in found if about == text]


def post(client: Client, speech: Speech, verb: str, **data: object) -> HttpResponse:
    return client.post(address(speech, f"{verb}/"), data)
