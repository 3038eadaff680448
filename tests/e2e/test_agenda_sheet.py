# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The neighbourhood agenda on paper: one sheet of A4, also with all that is allowed on it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser

from tests.conftest import arranging
from tests.e2e.browser import ROOT
from tests.factories.areas import make_town
from tests.factories.people import make_organisation
from tests.factories.priorities import make_action, make_agenda, make_priority
from voelspriet.act.agenda.models import AreaAgendaText, PriorityActionText, PriorityText
from voelspriet.act.agenda.rules.area_agendas import (
    ACTION_LIMIT,
    ACTION_NUMBERS,
    MEASURE_LIMIT,
    MOST_PARTNERS,
    ORDER_REASON_LIMIT,
    OUTCOME_LIMIT,
    SAFE_LIMIT,
    SLOTS,
    SOURCE_LIMIT,
    STRENGTHS_LIMIT,
    THREE_WORDS_LIMIT,
    TITLE_LIMIT,
    WHY_LIMIT,
)

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
DUTCH = "Samen met de bewoners van de wijk zorgen wij dat het licht blijft branden op het pad. "
ARABIC = "نعمل مع سكان الحي حتى تبقى الإنارة مضاءة على الطريق إلى المدرسة وموقف الحافلة. "
SMALLEST_POINTS = 6.5  # what still can be read at arm's length


SIZE = "parseFloat(getComputedStyle(document.querySelector('.vs-sheet li')).fontSize)"


def filled(limit: int, words: str = DUTCH) -> str:
    return (words * (limit // len(words) + 1))[:limit].rstrip()


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def fullest(town):
    """An agenda with everything that is allowed on it, in Dutch and Arabic."""
    area = town.neighbourhoods[0]
    with arranging():
        type(town.municipality).objects.update(phone="0800 0001234")
    agenda = make_agenda(area, own_order=True, order_reason=filled(ORDER_REASON_LIMIT))
    parties = [
        make_organisation(town.municipality, name=f"Woonstichting Het Anker Zilverwende {n}")
        for n in range(MOST_PARTNERS + 1)
    ]
    for _slot in SLOTS:
        priority = make_priority(agenda, source=filled(SOURCE_LIMIT), source_on=date(2026, 9, 9))
        for number in ACTION_NUMBERS:
            state = "done" if number == 1 else "open"
            make_action(
                priority, parties[0], what=filled(ACTION_LIMIT), partners=parties[1:], state=state
            )
    _write(agenda, DUTCH, "nl")
    _write(agenda, ARABIC, "ar")
    return area


def _write(agenda, words: str, language: str) -> None:
    line = filled(STRENGTHS_LIMIT // 4 - 1, words)
    with arranging():
        AreaAgendaText.objects.update_or_create(
            agenda=agenda,
            language=language,
            defaults={
                "safe": filled(SAFE_LIMIT, words),
                "three_words": filled(THREE_WORDS_LIMIT, words),
                "strengths": "\n".join([line] * 4),
                "order_reason": filled(ORDER_REASON_LIMIT, words),
            },
        )
        for priority in agenda.priorities.all():
            PriorityText.objects.update_or_create(
                priority=priority,
                language=language,
                defaults={"title": filled(TITLE_LIMIT, words), "why": filled(WHY_LIMIT, words)},
            )
            for action in priority.actions.all():
                PriorityActionText.objects.update_or_create(
                    action=action,
                    language=language,
                    defaults={
                        "what": filled(ACTION_LIMIT, words),
                        "measure": filled(MEASURE_LIMIT, words),
                        "outcome": filled(OUTCOME_LIMIT, words),
                    },
                )


def printed(chromium: Browser, area, language: str) -> tuple[int, float]:
    """Return on how many sheets the page comes out of a printer, and its smallest print."""
    text = Client().get(f"{language}/mijn-buurt/waterrijk/{area.slug}/agenda/blad/").text
    page = chromium.new_page()
    page.set_content(with_styles(text))
    page.emulate_media(media="print")
    size = page.evaluate(SIZE)
    paper = page.pdf(prefer_css_page_size=True)
    page.close()
    assert re.search(rb"/MediaBox \[0 0 59[45]\.?\d* 84[12]", paper)  # A4
    return len(re.findall(rb"/Type\s*/Page\b", paper)), size * 72 / 96


def with_styles(text: str) -> str:
    """Return a page with its styles in it, as nothing is served here."""
    styles = "".join(
        (ROOT / "build" / "static" / name).read_text(encoding="utf-8")
        for name in ("public.css", "sheet.css")
    )
    bare = re.sub(r"<(link|script)[^>]*>", "", text)
    return bare.replace("</head>", f"<style>{styles}</style></head>")


@pytest.mark.parametrize("language", ["", "/ar", "/en"])
def test_the_fullest_agenda_fits_on_one_sheet_and_can_be_read(chromium, fullest, language):
    sheets, points = printed(chromium, fullest, language)
    assert sheets == 1
    assert points >= SMALLEST_POINTS


def test_an_ordinary_agenda_is_printed_large(chromium, town):
    area = town.neighbourhoods[0]
    priority = make_priority(make_agenda(area))
    make_action(priority, make_organisation(town.municipality))
    sheets, points = printed(chromium, area, "")
    assert sheets == 1
    assert points >= 11


def test_the_sheet_names_who_it_is_for_and_where_to_react(town):
    area = town.neighbourhoods[0]
    make_agenda(area)
    text = Client().get(f"/mijn-buurt/waterrijk/{area.slug}/agenda/blad/").text
    assert f"Buurtagenda {area.name} 2026" in text
    assert "Waterrijk" in text
    assert f"{settings.PUBLIC_URL}/mijn-buurt/waterrijk/{area.slug}/agenda/" in text
