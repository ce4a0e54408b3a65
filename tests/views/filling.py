"""What a browser would send: the form of a page as it stands, with what a person changes in it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

Values = dict[str, Any]


class _Forms(HTMLParser):
    """The forms in <main> that are posted: where to, and the values of their fields."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, Values]] = []
        self._in_main = self._in_form = False
        self._textarea = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "main":
            self._in_main = True
        elif tag == "form" and self._in_main:
            self._in_form = told.get("method", "").lower() == "post"
            if self._in_form:
                self.forms.append((told.get("action", ""), {}))
        elif tag == "option" and self._select and "selected" in told:
            self._add(self._select, told["value"])
        elif self._in_form and told.get("name"):
            self._field(tag, told)

    def _field(self, tag: str, told: dict[str, str]) -> None:
        if tag == "textarea":
            self._textarea = told["name"]
            self._add(self._textarea, "")
        elif tag == "select":
            self._select = told["name"]
        elif tag == "input" and told.get("type") in ("checkbox", "radio"):
            if "checked" in told:
                self._add(told["name"], told.get("value", "on"))
        elif tag == "input":
            self._add(told["name"], told.get("value", ""))

    def _add(self, name: str, value: str) -> None:
        values = self.forms[-1][1]
        if name in values:
            held = values[name]
            values[name] = [*(held if isinstance(held, list) else [held]), value]
        else:
            values[name] = value

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.forms[-1][1][self._textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._textarea:
            values = self.forms[-1][1]
            values[self._textarea] = values[self._textarea].removeprefix("\n")
            self._textarea = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._in_form = False


def fields(response: HttpResponse, action: str | None = None) -> Values:
    """The fields of a form, by name, as a browser would send them.

    The form whose action ends in `action`; without one the first that holds somebody's text, or
    the first of all.
    """
    parser = _Forms()
    parser.feed(response.content.decode())
    forms = parser.forms
    if action is not None:
        forms = [(address, values) for address, values in forms if address.endswith(action)]
    with_author = [values for _, values in forms if "author" in values]
    return with_author[0] if with_author else forms[0][1]


def fill(client: Client, path: str, **changes: Any) -> HttpResponse:
    """Open the form at `path`, change these fields in it, and send it there."""
    return client.post(path, fields(client.get(path)) | changes)
