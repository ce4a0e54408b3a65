"""What the tests of the services begin with."""

import pytest

from speeches.models import Node, Speech
from tests import factories


@pytest.fixture
def speech() -> Speech:
    return factories.speech()


@pytest.fixture
def part(speech: Speech) -> Node:
    return factories.node(speech, "成绩", kind="achievements")
