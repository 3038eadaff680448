# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A notice as it is pressed through: composed, checked, previewed per channel, withdrawn."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.notices import LINES, make_notice
from tests.factories.people import make_duo, make_organisation, make_user
from tests.pages.markup import Page
from voelspriet.answer.pages.models import Notice
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("workspace:notices"), reverse("workspace:notice_new")
FAR = date(2100, 1, 1)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def duo(town, area):
    return make_duo(town.municipality, area)


@pytest.fixture
def as_adviser(client, duo):
    client.force_login(duo[0])
    return client


def page(notice):
    return reverse("workspace:notice", args=[notice.reference])


def start(client):
    """Return what a browser would send of a new notice before anything is typed."""
    forms = Page(client.get(NEW).text).forms
    form = next(one for one in forms if "matter" in {each.name for each in one.fields})
    return {
        one.name: one.options[0] if one.options else one.value.strip()
        for one in form.fields
        if one.kind not in {"radio", "button"}
    }


def public_page(client, town, area, language=""):
    return client.get(f"{language}/mijn-buurt/{town.municipality.slug}/{area.slug}/").text


def test_three_lines_and_a_street_are_public_with_one_press(as_adviser, client, town, area, duo):
    sent = start(as_adviser) | LINES | {"streets": "Kadestraat", "go": "publish"}
    assert sent["sender"] == f"user-{duo[0].pk}"
    assert as_adviser.post(NEW, sent).status_code == 302

    text = public_page(client, town, area)
    assert "Nu in deze buurt" in text
    assert LINES["matter"] in text
    assert "Nu in deze buurt" not in public_page(client, town, town.neighbourhoods[1])
    other = public_page(client, town, area, "/tr")
    assert LINES["matter"] in other  # the Dutch, as nobody translated it yet
    assert "çevril" in other


def test_a_wider_notice_asks_why_beside_its_field_and_nothing_is_lost(as_adviser):
    answer = as_adviser.post(NEW, start(as_adviser) | LINES | {"go": "publish"})
    assert answer.status_code == 422
    assert "waarom het voor een groter gebied is" in answer.text
    assert LINES["our_view"] in answer.text
    assert not Notice.objects.exists()


def test_words_that_may_point_at_a_person_stay_a_draft_until_somebody_looked(as_adviser):
    sent = start(as_adviser) | LINES | {"streets": "Kadestraat", "go": "publish"}
    as_adviser.post(NEW, sent | {"matter": "Meneer Jansen stak iets af."})
    notice = Notice.objects.get()
    assert notice.state == "draft"
    assert "kan naar een persoon wijzen" in as_adviser.get(page(notice)).text
    again = as_adviser.post(page(notice), {"deed": "publish"})
    assert again.status_code == 422
    as_adviser.post(page(notice), {"deed": "publish", "person_checked": "on"})
    notice.refresh_from_db()
    assert notice.state == "published"


def test_checks_are_hints_and_hold_nothing_back(as_adviser, area, duo):
    notice = make_notice(
        area, state="draft", ends_on=FAR, sender_user=duo[0],
        matter="Hangjongeren veroorzaakten een explosie.",
    )  # fmt: skip
    text = as_adviser.get(page(notice)).text
    assert "Kijk nog eens" in text
    assert as_adviser.post(page(notice), {"deed": "publish"}).status_code == 302
    notice.refresh_from_db()
    assert notice.state == "published"


def test_two_answers_give_advice_and_ticks_are_kept(as_adviser, area, duo):
    notice = make_notice(area, state="draft", sender_user=duo[0])
    sent = {"deed": "change", "streets": "Dijk", "sender": f"user-{duo[0].pk}"}
    sent |= {"ends_on": str(date.today()), "lie_awake": "no", "see_us_act": "yes"}  # noqa: DTZ011
    answer = as_adviser.post(page(notice), sent | {"ticks": ["listened"]})
    assert answer.status_code == 302
    text = as_adviser.get(page(notice)).text
    assert "Houd het klein" in text
    assert "Dijk" in text
    notice.refresh_from_db()
    assert notice.ticks == ["listened"]


def test_every_channel_shows_how_it_will_look(as_adviser, area, duo):
    notice = make_notice(area, languages=("nl", "ar"), ends_on=FAR, sender_user=duo[1])
    text = as_adviser.get(page(notice)).text
    assert text.count("readonly") == 2
    assert "Wie iets meldde, krijgt dit niet in de mail" in text
    letter = reverse("workspace:notice_letter", args=[notice.reference])
    dutch, arabic = as_adviser.get(letter), as_adviser.get(f"{letter}?lang=ar")
    assert "Aan de bewoners van Kadestraat" in dutch.text
    assert 'lang="ar" dir="rtl"' in arabic.text
    assert as_adviser.get(f"{letter}?lang=tr").status_code == 404
    assert as_adviser.get(f"{letter}?lang=xx").status_code == 404


def test_languages_are_written_one_by_one_and_dutch_stays_as_it_was(as_adviser, area):
    notice = make_notice(area, ends_on=FAR)
    half = {"deed": "lines-tr", "matter": "Patlama oldu.", "you_can": "", "our_view": ""}
    assert as_adviser.post(page(notice), half).status_code == 302
    assert "nog niet compleet" in as_adviser.get(page(notice)).text
    assert as_adviser.post(page(notice), half | {"deed": "lines-nl"}).status_code == 422
    assert as_adviser.post(page(notice), half | {"deed": "lines-xx"}).status_code == 404


def test_withdrawn_it_is_gone_at_once_and_says_why_to_colleagues(as_adviser, client, town, area):
    notice = make_notice(area, ends_on=FAR)
    assert LINES["matter"] in public_page(client, town, area)
    empty = as_adviser.post(page(notice), {"deed": "withdraw", "reason": ""})
    assert empty.status_code == 422
    as_adviser.post(page(notice), {"deed": "withdraw", "reason": "Het klopte niet."})
    assert LINES["matter"] not in public_page(client, town, area)
    assert "Het klopte niet." in as_adviser.get(page(notice)).text


def test_a_director_writes_for_everybody_and_an_executive_reads(client, town, area):
    make_duo(town.municipality, town.area)
    notice = make_notice(area)
    client.force_login(make_user(town.municipality, Role.DIRECTOR))
    sent = start(client) | LINES | {"scale_reason": "Iedereen merkt dit.", "go": "publish"}
    assert sent["area"] == str(town.area.pk)
    assert client.post(NEW, sent).status_code == 302
    assert Notice.objects.filter(area=town.area, scale="municipality").exists()
    assert client.post(page(notice), {"deed": "withdraw", "reason": "Nee."}).status_code == 422

    client.force_login(make_user(town.municipality, Role.EXECUTIVE))
    assert LINES["matter"] in client.get(page(notice)).text
    assert client.get(NEW).status_code == 403
    assert NEW not in client.get(LIST).text


def test_organisations_can_be_mailed_what_is_public_and_nothing_else(as_adviser, town, area):
    party = make_organisation(town.municipality, email="team@voorbeeld.nl")
    make_organisation(town.municipality, name="Zonder adres")
    draft, public = make_notice(area, state="draft"), make_notice(area, ends_on=FAR)
    assert "Verstuur de mail" not in as_adviser.get(page(draft)).text
    text = as_adviser.get(page(public)).text
    assert text.count("mailto:") == 1  # only for who has no address here
    assert "mailto:?subject=" in text
    nobody = as_adviser.post(page(public), {"deed": "mail"})
    assert (nobody.status_code, "Kies een of meer organisaties." in nobody.text) == (422, True)
    as_adviser.post(page(public), {"deed": "mail", "organisations": [party.pk]})
    sent = as_adviser.get(page(public)).text
    assert "Verstuur de mail" not in sent
    assert "vs-badge--wait" in sent
    as_executive = make_user(town.municipality, Role.EXECUTIVE)
    as_adviser.force_login(as_executive)
    refused = as_adviser.post(page(public), {"deed": "mail", "organisations": [party.pk]})
    assert refused.status_code == 404


def test_a_draft_that_points_at_a_person_leaves_in_no_way(as_adviser, area):
    named = make_notice(area, state="draft", matter="Meneer Jansen stak iets af.")
    gone = make_notice(area, state="withdrawn")
    for notice in (named, gone):
        assert "readonly" not in as_adviser.get(page(notice)).text
        letter = reverse("workspace:notice_letter", args=[notice.reference])
        assert as_adviser.get(letter).status_code == 404
