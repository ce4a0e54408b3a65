"""What the tests of the pages begin with."""

from __future__ import annotations

import pytest
from django.test import Client

from speeches.enums import UserRole
from speeches.models import Figure, Speech
from tests import factories
from tests.views.visiting import visitor


@pytest.fixture
def speech() -> Speech:
    return factories.speech()


@pytest.fixture
def figure(speech: Speech) -> Figure:
    return factories.figure(speech, "新增学位", department=factories.department())


@pytest.fixture
def contributor() -> Client:
    return visitor(role=UserRole.CONTRIBUTOR, department=factories.department(), name="周宁")
