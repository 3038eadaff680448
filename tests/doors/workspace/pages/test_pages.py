# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines of the neighbourhood's page and the figures, as colleagues press through them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import make_organisation, make_user
from tests.factories.signals import make_signal
from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.answer.pages.choices import StoryKind, StoryState
from voelspriet.answer.pages.models import Story
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import Category
from voelspriet.understand.findings.actions import report_process
from voelspriet.understand.findings.process import FatigueRow

pytestmark = pytest.mark.django_db
LIST, NEW, FIGURES = (reverse(f"workspace:{name}") for name in ("stories", "story_new", "figures"))
READERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


def signed_in(town, role=Role.AREA_ADVISER, **more):
    client = Client()
    with arranging():
        client.force_login(make_user(town.municipality, role, **more))
    return client


@pytest.fixture
def adviser(town, area):
    return signed_in(town, area=area)


def drafted(adviser, area, did="Buren groeten elkaar."):
    answer = adviser.post(NEW, {"kind": "strength", "area": area.pk, "did": did})
    assert answer.status_code == 302
    return Story.objects.latest("pk").reference


def page(client, name, *arguments):
    answer = client.get(reverse(f"workspace:{name}", args=arguments))
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_agreement_to_public_in_three_pages(town, area, adviser):
    agreement = make_agreement_row(
        area,
        make_organisation(town.municipality),
        state=AgreementState.DONE,
        visibility=Visibility.PUBLIC,
        made_at=timezone.now(),
        what="Lampen maken",
    )
    start = f"{NEW}?afspraak={agreement.reference}&soort=done"
    assert "Lampen maken" in page(adviser, "stories")
    assert start.replace("&", "&amp;") in page(adviser, "stories")
    answer = adviser.post(start, {"kind": "done", "said": "Het is donker.", "did": "Licht brandt."})
    reference = Story.objects.get().reference
    assert answer["Location"] == reverse("workspace:story", args=[reference])
    assert "Wie is hieruit te raden?" in page(adviser, "story", reference)
    public = f"/mijn-buurt/waterrijk/{area.slug}/"
    assert "Licht brandt." not in adviser.get(public).content.decode()
    adviser.post(
        reverse("workspace:story_publish", args=[reference]),
        {"guess_check": "Niemand: de hele straat ziet het."},
    )
    assert "Licht brandt." in adviser.get(public).content.decode()


def test_without_an_answer_nothing_is_public_and_the_field_says_why(adviser, area):
    reference = drafted(adviser, area)
    answer = adviser.post(
        reverse("workspace:story_publish", args=[reference]), {"guess_check": "nee"}
    )
    assert answer.status_code == 400
    assert "wie hieruit te raden is" in answer.content.decode()
    assert Story.objects.get().state == StoryState.DRAFT


def test_a_blocked_story_offers_no_button(town, area, adviser):
    signals = [make_signal(area=area, category=Category.DRUGS, received_at=timezone.now())]
    agreement = make_agreement_row(
        area, make_organisation(town.municipality), state=AgreementState.DONE, signals=signals
    )
    start = f"{NEW}?afspraak={agreement.reference}&soort=done"
    adviser.post(start, {"kind": "done", "said": "Er is iets.", "did": "Er is meer toezicht."})
    reference = Story.objects.get().reference
    text = page(adviser, "story", reference)
    assert "mag nu niet openbaar worden" in text
    assert reverse("workspace:story_publish", args=[reference]) not in text


def test_words_are_kept_per_language_and_withdrawing_needs_a_reason(adviser, area):
    reference = drafted(adviser, area)
    words = reverse("workspace:story_text", args=[reference, "ar"])
    adviser.post(words, {"ar-said": "", "ar-did": "الجيران يتبادلون التحية"})
    assert "الجيران" in page(adviser, "story", reference)
    assert adviser.post(words, {"ar-said": "", "ar-did": ""}).status_code == 400
    away = reverse("workspace:story_withdraw", args=[reference])
    assert adviser.post(away, {"reason": ""}).status_code == 400
    assert adviser.post(away, {"reason": "Iemand was te raden"}).status_code == 302
    assert Story.objects.get().state == StoryState.WITHDRAWN
    assert "Haal dit bericht weg" not in page(adviser, "story", reference)


@pytest.mark.parametrize("role", list(Role))
def test_only_advisers_reach_the_stories_and_only_readers_the_figures(town, role):
    more = {"organisation": make_organisation(town.municipality)} if role is Role.HANDLER else {}
    client = signed_in(town, role, **more)
    assert client.get(LIST).status_code == (200 if role is Role.AREA_ADVISER else 403)
    assert client.get(FIGURES).status_code == (200 if role in READERS else 403)


def test_a_neighbours_adviser_finds_no_story_and_a_stranger_signs_in_first(town, area, adviser):
    reference = drafted(adviser, area)
    neighbour = signed_in(town, area=town.neighbourhoods[1])
    assert neighbour.get(reverse("workspace:story", args=[reference])).status_code == 404
    for name, data in (("publish", {"guess_check": "Niemand, zeker weten"}),
                       ("withdraw", {"reason": "Zo maar"})):  # fmt: skip
        away = reverse(f"workspace:story_{name}", args=[reference])
        assert neighbour.post(away, data).status_code == 404
    assert "groeten" not in page(neighbour, "stories")
    assert Client().get(LIST).status_code == 302


def test_figures_say_too_little_below_twenty_and_never_a_person(town, area, adviser):
    for _n in range(3):
        make_signal(area=area, text="Een wit busje", status_reason="")
    by = system("findings.process")
    report_process(municipality_id=town.municipality.pk, by=by, at=timezone.now())
    text = page(adviser, "figures")
    assert "te weinig om te zeggen" in text
    assert "busje" not in text
    own = text[text.index('id="antwoord"') : text.index('id="moe"')]
    assert area.name in own
    assert town.neighbourhoods[1].name not in own
    whole = page(signed_in(town, Role.EXECUTIVE), "figures")
    assert town.neighbourhoods[1].name in whole


def test_before_the_first_count_the_figures_say_so(town):
    assert "Er is nog niets geteld" in page(signed_in(town, Role.DIRECTOR), "figures")


@pytest.mark.parametrize(
    ("difference", "low", "high", "direction", "points"),
    [
        (-0.08, -0.12, -0.04, "less", (8, 4, 12)),
        (0.08, 0.04, 0.12, "more", (8, 4, 12)),
        (0.01, -0.03, 0.05, "unclear", (1, 3, 5)),
    ],
)
def test_fatigue_is_said_in_one_direction(difference, low, high, direction, points):
    row = FatigueRow(difference, low, high, 400, 0.5, 800)
    assert row.direction == direction
    assert (row.difference_points, row.nearest_points, row.farthest_points) == points


def test_kinds_that_fit_are_the_only_ones_offered(adviser, area):
    text = adviser.get(NEW).content.decode()
    assert str(StoryKind.STRENGTH.label) in text
    assert f'value="{StoryKind.DONE}"' not in text
    assert adviser.post(NEW, {"kind": "done", "area": area.pk, "did": "Gedaan"}).status_code == 200
    assert not Story.objects.exists()
