"""Django's admin: accounts, divisions and bureaus, and no text of any speech."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import RequestFactory

from speeches.admin import AccountAdmin
from speeches.models import Bureau, User
from tests import factories


def test_the_admin_shows_no_speech_text() -> None:
    assert set(admin.site._registry) == {Bureau, User}


@pytest.mark.django_db
@pytest.mark.parametrize("editing", [True, False])
def test_an_account_s_form_has_the_fields_of_our_people(editing: bool) -> None:
    person = factories.user(is_staff=True, is_superuser=True)
    request = RequestFactory().get("/")
    request.user = person
    form = AccountAdmin(User, admin.site).get_form(request, person if editing else None)
    assert {"name", "post", "bureau", "department", "role"} <= set(form.base_fields)
    assert "first_name" not in form.base_fields
