"""What people read when something went wrong: Chinese sentences, no traceback."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.views.defaults import bad_request, server_error

from tests import factories
from tests.views.visiting import visitor, words


@pytest.mark.django_db
def test_an_error_of_the_site_is_said_plainly() -> None:
    speech = factories.speech()
    part = factories.node(speech, "成绩")
    child = factories.node(part, "稳")
    child.__class__.objects.filter(pk=part.pk).update(parent=child, kind="item")  # a broken row
    client = visitor()
    client.raise_request_exception = False
    response = client.get(f"/speeches/{speech.pk}/")
    assert response.status_code == 500
    assert words(response).startswith("出了问题 系统出了问题，这一步没有做成；已经保存的内容都在。")
    assert "Traceback" not in response.content.decode()


def test_the_page_of_an_error_needs_no_database() -> None:
    assert words(server_error(HttpRequest())).startswith("出了问题")


def test_a_request_that_makes_no_sense_is_answered_in_chinese() -> None:
    response = bad_request(HttpRequest(), ValueError("nonsense"))
    assert words(response) == ("请求有误 这个请求本站看不懂，可能是地址不完整。 回到首页")
