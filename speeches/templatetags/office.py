"""The hidden head of every form."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from speeches.forms.author import FIELD, signed_author

register = template.Library()


@register.simple_tag(takes_context=True)
def form_head(context: Context) -> SafeString:
    """The CSRF token, and whose text this is: what was typed outlives a session by it."""
    request: Any = context["request"]
    hidden = '<input type="hidden" name="{}" value="{}">'
    token = format_html(hidden, "csrfmiddlewaretoken", context["csrf_token"])
    return token + format_html(hidden, FIELD, signed_author(request.user))
