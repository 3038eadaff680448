# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda on one sheet: what is public, in order, in a reader's language."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import make_organisation
from tests.factories.priorities import make_action, make_agenda, make_priority
from tests.papers.documents import HOSTILE
from tests.papers.reading import Back
from voelspriet.answer.pages.queries.agendas import agenda_page
from voelspriet.papers.agenda_sheet import agenda_sheet
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
ON = date(2026, 9, 8)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def agenda(area):
    return make_agenda(area)


def back(area, language="nl") -> Back:
    page = agenda_page(municipality_slug="waterrijk", slug=area.slug, language=language, on=ON)
    document = agenda_sheet(
        agenda=page.agenda,
        municipality=page.municipality,
        address="https://voelspriet.example/agenda/",
        language=language,
        on=ON,
    )
    return Back(write_pdf(document, fonts=settings.PAPER_FONTS))


def test_it_shows_what_is_public_in_order_on_one_page(town, area, agenda):
    first = make_priority(agenda, "Licht", source="Buurtavond", source_on=date(2026, 3, 2))
    make_priority(agenda, "Verkeer")
    make_action(first, make_organisation(town.municipality, name="Beheer"))
    found = back(area)
    told = found.words
    assert found.title == f"Buurtagenda {area.name} {agenda.year}"
    assert (found.pages, found.language) == (1, "nl")
    assert told.index("1. Licht") < told.index("(Buurtavond, 2 mrt 2026)") < told.index("Beheer")
    assert told.index("Beheer") < told.index("2. Verkeer") < told.index("8 september 2026")
    assert found.links == ["https://voelspriet.example/agenda/"]
    assert "/LI" in found.roles


def test_what_is_only_for_colleagues_is_not_on_it(area, agenda):
    secret = make_priority(agenda, "Alleen voor ons")
    make_priority(agenda, "Licht")
    with arranging():
        type(secret).objects.filter(pk=secret.pk).update(is_public=False)
    assert "Alleen voor ons" not in back(area).words


@pytest.mark.parametrize("language", ["en", "tr", "ar"])
def test_it_is_in_the_language_of_the_reader(area, agenda, language):
    make_priority(agenda, "Licht")
    found = back(area, language)
    assert found.language == language
    assert "Licht" in found.words
    assert "Zo stond het" not in found.words
    assert found.pages == 1


def test_a_full_agenda_is_set_smaller_until_it_fits(town, area, agenda):
    party = make_organisation(town.municipality, name="Een organisatie met een lange naam erin")
    for number in range(5):
        one = make_priority(agenda, (f"Prioriteit {number} met een titel die lang is " * 2)[:70])
        for _ in range(3):
            make_action(one, party, what="Iets doen dat wat woorden vraagt om te zeggen " * 2)
    found = back(area)
    assert found.pages == 1
    assert found.roles.count("/LI") == 15 + 1  # what goes well here


def test_hostile_words_are_only_words(area, agenda):
    make_priority(agenda, HOSTILE[:70])
    assert "".join(HOSTILE[:70].split()) in "".join(back(area).text.split())


def test_arabic_separates_with_its_own_signs(town, area):
    agenda = make_agenda(area, is_public=True)
    first = make_priority(agenda, "Licht", source="Buurtavond", source_on=date(2026, 3, 2))
    make_action(first, make_organisation(town.municipality, name="Beheer"))

    told = back(area, "ar").text
    assert "؛" in told
    assert "Buurtavond" in told
    assert "Buurtavond," not in told
    assert ";" not in told
