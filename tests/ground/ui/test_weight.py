# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a first visit weighs on an old phone (make setup builds the files)."""

from __future__ import annotations

import gzip
import re

import pytest
from django.conf import settings
from django.test import Client

from tests.conftest import arranging
from tests.factories.areas import make_town

STATIC = settings.STATICFILES_DIRS[0]


def weight(name: str) -> int:
    return len(gzip.compress((STATIC / name).read_bytes(), 9))


def test_styles_and_scripts_of_residents_weigh_at_most_25_kilobytes():
    assert sum(map(weight, ("public.css", "public.js", "leave.js"))) <= 25_000


@pytest.mark.django_db
def test_the_first_page_weighs_at_most_60_kilobytes_and_brings_nothing_else():
    with arranging():
        make_town()

    page = Client().get("/").content
    text = page.decode()

    loaded = re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"', text)
    own = {re.sub(r"\.[0-9a-f]{12}(?=\.)", "", one).rsplit("/", 1)[-1] for one in loaded}
    assert own - {"data:,"} <= {"public.css", "public.js", "leave.js"}
    assert len(gzip.compress(page, 6)) + sum(map(weight, own - {"data:,"})) <= 60_000


def test_the_map_is_in_no_bundle_that_every_page_loads():
    for name in ("public.js", "workspace.js", "leave.js"):
        assert b"maplibregl" not in (STATIC / name).read_bytes()


def test_no_style_or_script_names_another_site():
    for name in ("public.css", "workspace.css", "map.css", "public.js", "leave.js"):
        content = (STATIC / name).read_text(encoding="utf-8")
        addresses = set(re.findall(r"https?://[\w.-]+", content))
        assert addresses <= {"http://www.w3.org"}, name
