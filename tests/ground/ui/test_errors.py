# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Error pages: plain words in the visitor's language; the 500 page asks nothing of the database."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override

from voelspriet.doors.public.views import errors


def test_the_500_page_needs_neither_the_database_nor_the_request():
    # no database mark: any query would fail this test
    for language, direction in (("nl", "ltr"), ("ar", "rtl")):
        with override(language):
            answer = errors.server_error(RequestFactory().get("/"))

        page = answer.content.decode()
        assert answer.status_code == 500
        assert f'<html lang="{language}" dir="{direction}"' in page
        assert 'href="tel:112"' in page
        assert "data-leave" in page


@pytest.mark.django_db
def test_an_address_that_is_not_there_gives_a_page_with_a_way_on():
    answer = Client().get("/bestaat-niet/")

    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in page
    assert 'href="/hulp/"' in page


@pytest.mark.django_db
def test_a_form_without_its_token_says_that_the_words_are_not_gone():
    answer = Client(enforce_csrf_checks=True).post("/en/melden/wat/", {"text": "iets"})

    assert answer.status_code == 403
    assert "Your words are not gone" in answer.content.decode()
