# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter of a notice: one page, the window white, three lines, a face, in four languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.conf import settings

from tests.papers.documents import HOSTILE, jpeg
from tests.papers.reading import Back
from voelspriet.answer.pages.queries.notice_rows import PublicNotice, SenderRow
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.notice_letter import notice_letter
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
ADDRESS = "https://voelspriet.example/mijn-buurt/waterrijk/kade/"
NOTICE = PublicNotice(
    reference="N-0001-TEST",
    matter="Er was een knal.",
    you_can="Bel ons.",
    our_view="Wij schrokken ook.",
    language="nl",
    streets="Kadestraat",
    area_name="Kade-Oost",
    area_level="neighbourhood",
    sender=SenderRow("user-1", "Noor", "gebiedsadviseur", "", "0612345678", "a.jpg"),
    published_at=datetime(2026, 9, 8, 20, tzinfo=UTC),
    ends_on=date(2026, 9, 20),
    back_on=date(2026, 9, 10),
)
TOWN = MunicipalityRow(
    id=1,
    name="Gemeente Waterrijk",
    slug="waterrijk",
    area_code="GM9999",
    area_year=2026,
    phone="0299 12 34 56",
    sender="",
    first_answer_days=5,
    longest_promise_days=30,
    director_after_days=0,
    executive_after_days=5,
)


def back(**more) -> Back:
    photo, is_draft = more.pop("photo", None), more.pop("is_draft", False)
    document = notice_letter(
        notice=replace(NOTICE, **more),
        municipality=TOWN,
        address=ADDRESS,
        photo=photo,
        is_draft=is_draft,
    )
    return Back(write_pdf(document, fonts=settings.PAPER_FONTS))


def test_it_says_the_three_lines_on_one_page():
    found = back(photo=jpeg())
    told = found.words
    parts = ["Gemeente Waterrijk", "Aan de bewoners van Kadestraat", "8 september 2026"]
    parts += ["Nu in Kade-Oost", "Wat is er aan de hand? Er was een knal."]
    parts += ["Wat kunt u doen? Bel ons.", "Wat vinden wij ervan? Wij schrokken ook."]
    parts += ["donderdag 10 september", "Met vriendelijke groet,", "Noor gebiedsadviseur", ADDRESS]
    places = [told.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)
    assert (found.pages, found.title, found.language) == (1, "Nu in Kade-Oost", "nl")
    assert found.alts == ["Foto van Noor", "QR-code van de pagina van uw buurt"]
    assert found.roles.count("/H1") == 1
    assert found.roles.count("/H2") == 3


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "What is the matter?"), ("tr", "Kadestraat"), ("ar", "Kade-Oost")],
)
def test_it_is_in_the_language_of_the_notice(language, told):
    found = back(language=language)
    assert found.language == language
    assert told in found.words
    assert "Wat is er aan de hand" not in found.words
    assert found.pages == 1


def test_the_window_of_the_envelope_stays_white():
    found: list[float] = []
    page = back().file.pages[0]

    def note(text, _cm, matrix, *_more):
        if text.strip():
            found.append((float(page.mediabox.height) - matrix[5]) / 72 * 25.4)

    page.extract_text(visitor_text=note)
    assert not [place for place in found if 45 < place < 90]
    assert any(place > 90 for place in found)


def test_the_longest_lines_still_fit_on_one_page():
    long = ("Wat wij u vertellen is lang en duidelijk. " * 8)[:300]
    found = back(
        matter=long, you_can=long, our_view=long, streets="Kadestraat, " * 16, photo=jpeg()
    )
    assert found.pages == 1


def test_nobody_shown_it_comes_from_the_municipality():
    found = back(sender=None)
    assert "groet, Gemeente Waterrijk" in found.words
    assert found.alts == ["QR-code van de pagina van uw buurt"]


def test_a_draft_says_so_and_what_is_public_does_not():
    assert "Concept" in back(is_draft=True).words
    assert "Concept" not in back().words


def test_hostile_words_are_only_words():
    assert "".join(HOSTILE.split()) in "".join(back(matter=HOSTILE).text.split())
