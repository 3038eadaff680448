# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing anybody typed runs, leads away or calculates on any page, in a feed or an export.

What forms give back at once is in test_forms_are_inert.py.
"""

from __future__ import annotations

import csv
import json
from io import StringIO
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.pages.discovery import addresses, staff_addresses
from tests.pages.hostile import ESCAPED, FOLLOW_CODE, PAYLOADS, make_hostile_scene, text_columns
from tests.pages.judging import assert_headers, judge
from tests.pages.markup import Page
from tests.pages.test_access import OPEN_ADDRESSES, kwargs_for
from tests.thorough import some
from voelspriet.ground.privacy.choices import Role

pytestmark = [pytest.mark.django_db, pytest.mark.markup]

STAFF = [one for one in staff_addresses() if one.name not in OPEN_ADDRESSES]
LANGUAGES = {"nl": "", "en": "/en", "tr": "/tr", "ar": "/ar"}
# pages that show the words of an attacker for certain: where the walk must have met them
SHOWN_ON = {
    "workspace:signal", "workspace:inbox", "workspace:handover", "workspace:handovers",
    "workspace:agreement", "workspace:agreements", "workspace:audit", "workspace:contact_reads",
    "workspace:people", "workspace:person", "workspace:organisations", "workspace:organisation",
    "workspace:codebook", "workspace:codebooks", "workspace:coding_text", "workspace:fragments",
    "workspace:templates", "workspace:translation", "workspace:story", "workspace:stories",
    "workspace:routing", "workspace:today", "workspace:danger_terms", "workspace:settings",
    "public:neighbourhood", "public:neighbourhoods", "public:home", "follow",
    "public:safety_plan", "public:safety_plan_theme",
}  # fmt: skip


def _module_scene(blocker, make):
    with blocker.unblock(), transaction.atomic():
        yield make()
        transaction.set_rollback(True)


@pytest.fixture(scope="module", params=sorted(PAYLOADS))
def hostile(request, django_db_setup, django_db_blocker):  # noqa: ARG001  the tables must be there
    """A scene full of one kind of attack, and what it is."""
    for scene in _module_scene(
        django_db_blocker, lambda: make_hostile_scene(PAYLOADS[request.param])
    ):
        yield scene, request.param


def test_what_a_person_can_type_is_filled_in_every_table():
    """The list of columns that no person fills stays a list of columns that exist."""
    filled = {
        f"{model._meta.label}.{one.name}" for model, columns in text_columns() for one in columns
    }
    for label in ("intake.Signal.text", "intake.Signal.place_words", "intake.Message.text",
                  "replies.Answer.text", "pages.StoryText.did", "agenda.Agreement.what",
                  "people.User.name", "network.Face.function", "areas.Street.name",
                  "privacy.AuditLine.reason", "intake.ReporterContact.name"):  # fmt: skip
        assert label in filled


def test_no_page_runs_what_is_stored(hostile):
    """Every address, every role that may come there, every language: all comes out as words."""
    scene, kind = hostile
    met: set[str] = set()
    # the templates are the same for every attack: of them all, markup meets every role and language
    every = len(Role) if kind == "markup" else 1
    for address in STAFF:
        for role in some(sorted(address.roles), every):
            client = Client()
            client.force_login(scene.people[role])
            response = client.get(reverse(address.name, kwargs=kwargs_for(address, scene.own)))
            judge(response)
            if not response.streaming and ESCAPED in response.content.decode(errors="replace"):
                met.add(address.name)
    for prefix in some(tuple(LANGUAGES.values()), every):
        met |= _public_pages(scene, prefix)
    if kind == "markup":
        assert SHOWN_ON - met == set()


def _public_pages(scene, prefix: str) -> set[str]:
    met = set()
    town, area = scene.town.municipality, scene.own.area
    for address in addresses():
        if not address.name.startswith("public:"):
            continue
        known = {"municipality": town.slug, "area": area.slug, "step": "wat", "kind": "school",
                 "file_name": "geen", "key": scene.own.parts["evening_key"],
                 "reference": scene.own.parts["closed_evening"].reference,
                 "plan_reference": scene.own.parts["plan"].reference,
                 "theme_reference": scene.own.parts["plan_theme"].reference,
                 "code": scene.own.parts["map_round"].code}  # fmt: skip
        path = reverse(address.name, kwargs={part: known[part] for part in address.parts})
        response = Client().get(prefix + path)
        judge(response)
        if ESCAPED in response.content.decode(errors="replace"):
            met.add(address.name)
    followed = Client().post(f"{prefix}/volgen/", {"code": FOLLOW_CODE, "do": "open"})
    judge(followed)
    assert followed.status_code == 200
    return met | ({"follow"} if ESCAPED in followed.content.decode() else set())


def test_the_feed_and_the_map_carry_words_and_no_markup(hostile):
    scene, kind = hostile
    for language in LANGUAGES:
        feed = Client().get(f"/feeds/buurten/{scene.own.area.code}.atom", {"lang": language})
        assert_headers(feed)
        root = ET.fromstring(feed.content)  # noqa: S314  our own feed
        for element in root.iter():
            href = element.get("href")
            assert href is None or href.startswith(settings.PUBLIC_URL)
            if element.get("type") == "html":
                assert Page(element.text or "").harm == []
    if kind == "markup":
        assert ESCAPED in root[-1].find("{http://www.w3.org/2005/Atom}content").text
    for name in ("public:map", "api:health", "api:security_txt"):
        response = Client().get(reverse(name))
        assert_headers(response)
        if name == "public:map":
            assert json.loads(response.content)["features"]
            assert response.headers["Content-Type"] == "application/geo+json"
    client = Client()
    client.force_login(scene.people["area_adviser"])
    points = client.get(reverse("workspace:inbox_points"))
    assert_headers(points)
    assert points.headers["Content-Type"] in {"application/geo+json", "application/json"}
    for feature in json.loads(points.content)["features"]:
        assert feature["properties"]["url"].startswith("/werk/")


def test_no_cell_of_an_export_is_a_formula(hostile):
    scene, _kind = hostile
    client = Client()
    client.force_login(scene.people["privacy_officer"])
    for which in ("gelezen", ""):
        response = client.post(reverse("workspace:audit_export"), {"soort": which})
        assert_headers(response)
        assert response.headers["Content-Disposition"].startswith("attachment")
        text = b"".join(response.streaming_content).decode()
        rows = list(csv.reader(StringIO(text)))
        assert len(rows) > 1
        for cell in (cell for row in rows for cell in row):
            assert not cell.startswith(
                ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
            )
