# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page is light, calls nobody else, and every page about this site can be read."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from tests.factories.areas import make_town

pytestmark = pytest.mark.django_db
MOST_BYTES = 60_000
OWN = re.compile(r'(?:src|href)="(/static/[^"]+)"')
ANY_ADDRESS = re.compile(r'(?:src|action)="(https?:[^"]+)"')


def _source(url: str) -> bytes:
    name = url.removeprefix(settings.STATIC_URL)
    plain = re.sub(r"\.[0-9a-f]{12}(?=\.)", "", name)
    found = finders.find(plain)
    if found is None:
        pytest.skip("the front end is not built (npm run build)")
    return Path(found).read_bytes()


@pytest.mark.parametrize("path", ["/", "/melden/", "/ar/melden/"])
def test_the_first_page_with_styles_and_scripts_is_at_most_60_kilobytes(path):
    make_town()
    html = Client().get(path).content
    parts = [html, *(_source(url) for url in OWN.findall(html.decode()))]
    assert len(parts) > 2
    assert sum(len(gzip.compress(part)) for part in parts) <= MOST_BYTES


@pytest.mark.parametrize("path", ["/", "/melden/", "/hulp/", "/privacy/", "/toegankelijkheid/"])
@pytest.mark.parametrize("prefix", ["", "/en", "/tr", "/ar"])
def test_pages_call_nobody_else_and_say_whom_to_call_in_danger(path, prefix):
    make_town()
    html = Client().get(prefix + path).content.decode()
    assert not ANY_ADDRESS.findall(html)
    assert 'href="tel:112"' in html
    assert html.count("<h1") == 1


def test_help_has_every_number_and_the_number_of_the_municipality():
    make_town(phone="14 0123")
    html = Client().get("/hulp/").content.decode()
    for number in ("112", "0900-8844", "113", "0800-2000", "0800-7000", "14 0123"):
        assert number in html


def test_the_base_map_is_our_own():
    make_town()
    response = Client().get("/melden/kaart.json")
    kinds = {feature["properties"]["kind"] for feature in response.json()["features"]}
    assert {"neighbourhood", "street"} <= kinds
