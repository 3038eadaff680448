# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the knowledge base and of tension, as colleagues use them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.areas import make_town
from tests.factories.knowledge import make_intervention
from tests.factories.people import make_duo, make_user
from tests.factories.tension import make_reading
from voelspriet.ground.knowledge.models import Intervention
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.tension.models import TensionHelp, TensionReading

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


def _client(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def as_policy(town):
    return _client(make_user(town.municipality, Role.POLICY_ADVISER))


@pytest.fixture
def as_adviser(town, area):
    return _client(make_duo(town.municipality, area)[0])


ADDED = {
    "title": "Lichtwandeling", "kind": "intervention", "told": "Samen langs donkere plekken.",
    "owner": "Beheer", "author_year": "", "audience": "general", "themes": ["public_space"],
    "factors": ["7"], "url": "voorbeeld.nl/licht", "url_note": "", "source_section": "",
    "source_document": "Een evaluatie",
}  # fmt: skip


def test_a_policy_adviser_adds_changes_and_archives(as_policy, as_adviser):
    wrong = as_policy.post(reverse("workspace:knowledge_new"), ADDED | {"url": "ftp://x"})
    assert wrong.status_code == 422
    assert "Dit is geen adres op internet." in wrong.text
    assert as_policy.post(reverse("workspace:knowledge_new"), ADDED).status_code == 302
    made = Intervention.objects.get()
    here = reverse("workspace:knowledge_entry", args=[made.reference])
    page = as_adviser.get(here).text
    assert '<a href="https://voorbeeld.nl/licht" rel="noreferrer noopener">' in page
    assert "verlaat u Voelspriet" in page
    assert "7. Inrichting van de gebouwde omgeving" in page
    assert "Naar het archief" not in page
    edit = reverse("workspace:knowledge_edit", args=[made.reference])
    assert 'value="Lichtwandeling"' in as_policy.get(edit).text
    as_policy.post(edit, ADDED | {"title": "Schemerronde", "factors": []})
    assert (
        "Schemerronde"
        in as_adviser.get(reverse("workspace:knowledge") + "?thema=public_space").text
    )
    as_policy.post(here, {"deed": "archive"})
    assert "Schemerronde" not in as_adviser.get(reverse("workspace:knowledge")).text
    assert "In het archief" in as_adviser.get(here).text
    as_policy.post(here, {"deed": "restore"})
    assert as_policy.post(here, {"deed": "check"}).status_code == 302
    assert as_policy.post(here, {"deed": "burn"}).status_code == 404
    # what an adviser sends is refused in words, and changes nothing
    refused = as_adviser.post(here, {"deed": "archive"}, follow=True)
    assert "Alleen een beleidsadviseur" in refused.text
    assert Intervention.objects.get().archived_at is None


def test_shipped_knowledge_has_no_page_to_change_it(as_policy):
    one = make_intervention(None, "Meegeleverd stuk", owner="", url="https://voorbeeld.nl")
    assert (
        as_policy.get(reverse("workspace:knowledge_edit", args=[one.reference])).status_code == 404
    )
    page = as_policy.get(reverse("workspace:knowledge_entry", args=[one.reference])).text
    assert "Niet genoemd in de bron." in page
    assert "sindsdien niet nagekeken" in page
    assert '<form method="post"' not in page.split("<main")[1]


def test_an_adviser_says_how_it_is_and_today_asks_for_it_again(as_adviser, area):
    new = reverse("workspace:tension_new", args=[area.pk])
    said = {"matter": "Het pad", "phase": "tension", "since": timezone.localdate().isoformat(),
            "reason": "Meneer Jansen schreeuwt."}  # fmt: skip
    doubted = as_adviser.post(new, said)
    assert doubted.status_code == 422
    assert "Ik heb nog eens gekeken" in doubted.text
    sent = as_adviser.post(new, said | {"reason": "Geschreeuw op twee avonden."}, follow=True)
    assert "Het pad" in sent.text
    assert "Geschreeuw op twee avonden." in sent.text
    # its help and nothing of another phase
    assert "Wat ieder kan doen: Spanning" in sent.text
    ahead = as_adviser.get(reverse("workspace:tension_area", args=[area.pk]) + "?fase=incident")
    assert "Wat ieder kan doen: Incident" in ahead.text
    assert "112 bij gevaar" in ahead.text
    assert "Is het nog zo?" not in as_adviser.get(reverse("workspace:today")).text
    old = make_reading(
        area, "incident", matter="Plein", made_at=timezone.now() - timedelta(days=20)
    )
    today = as_adviser.get(reverse("workspace:today")).text
    assert f"{area.name}: Plein" in today
    assert "Is het nog zo?" in today
    as_adviser.post(
        f"{new}?bij={old.reference}",
        {"phase": "rest", "since": timezone.localdate().isoformat(), "reason": "Het is stil."},
    )
    newest = TensionReading.objects.latest("pk")
    assert (newest.matter, newest.phase) == ("Plein", "rest")
    assert as_adviser.get(f"{new}?bij={old.reference}").status_code == 404


def test_a_mistake_is_corrected_in_the_open(as_adviser, area):
    wrong = make_reading(area, since=timezone.localdate() - timedelta(days=3))
    here = reverse("workspace:tension_correct", args=[wrong.reference])
    assert "Geschreeuw op twee avonden." in as_adviser.get(here).text
    page = as_adviser.post(
        here,
        {"phase": "discomfort", "since": wrong.since.isoformat(), "reason": "Eén avond."},
        follow=True,
    ).text
    assert "Was niet juist" in page
    assert "Verbetering" in page
    assert "Geschreeuw op twee avonden." in page
    assert as_adviser.get(here).status_code == 404


def test_a_policy_adviser_writes_help_and_reads_every_area(as_policy, area):
    make_reading(area)
    page = as_policy.get(reverse("workspace:tension_area", args=[area.pk])).text
    assert "Geschreeuw op twee avonden." in page
    assert "Zeg hoe het nu is" not in page
    help_page = reverse("workspace:tension_help") + "?fase=tension"
    sent = as_policy.post(help_page, {"domain": "school", "text": "Bel de conciërge."}, follow=True)
    assert "Bel de conciërge." in sent.text
    assert "Eigen tekst" in sent.text
    assert as_policy.post(help_page, {"domain": "school", "text": ""}).status_code == 422
    assert as_policy.post(help_page, {"domain": "army", "text": "x"}).status_code == 404
    as_policy.post(help_page, {"deed": "reset", "domain": "school"})
    assert not TensionHelp.objects.exists()


def test_nothing_of_it_is_public(town, area):
    make_reading(area, reason="Woorden van een adviseur")
    client = Client()
    for path in ("/", f"/mijn-buurt/{town.municipality.slug}/{area.slug}/",
                 f"/feeds/buurten/{area.code}.atom"):  # fmt: skip
        body = client.get(path, follow=True).text
        assert "Woorden van een adviseur" not in body
        assert "tension" not in body.lower()
