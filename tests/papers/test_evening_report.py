# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening on paper: everything in its place, tagged, in four languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.conf import settings

from tests.papers.documents import HOSTILE
from tests.papers.reading import Back
from tests.papers.test_notice_letter import TOWN
from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.queries.reports import (
    HeardAspect,
    NotesOfFactor,
    ReportItem,
    ReportNote,
    ReportPromise,
    ReportRow,
)
from voelspriet.listen.evenings.queries.results import ResultRow, Results
from voelspriet.listen.evenings.queries.rows import ItemRow
from voelspriet.listen.evenings.queries.standing import Standing
from voelspriet.listen.evenings.rules.heard import Came, heard
from voelspriet.listen.evenings.rules.results import Bar, Outcome
from voelspriet.listen.evenings.rules.running import Part
from voelspriet.papers.evening_report import evening_report
from voelspriet.papers.writers.html import write_html
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
ADDRESS = "https://voelspriet.example/avond/verslag/E-0001-TEST/lezen/"
RELEASED = datetime(2026, 9, 9, 7, tzinfo=UTC)


def item(number: int, title: str, results: Results | None) -> ReportItem:
    part = Part(number, ItemKind.QUESTION, was_opened=True, is_closed=True, is_shown=True)
    return ReportItem(ItemRow(number, number, part, "Vraag", title), results)


def bars(*counts: tuple[str, str, int, int]) -> tuple[ResultRow, ...]:
    return tuple(
        ResultRow(label, word, Bar(label, word, share, count, share))
        for label, word, count, share in counts
    )


AGES = heard(
    (
        Came("15_24", "15 tot en met 24", None, 300),
        Came("45_64", "45 tot en met 64", None, 400),
        Came("65", "65 of ouder", 31, 300),
    ),
    answered=None,
)
REPORT = ReportRow(
    municipality_id=1,
    evening=Standing(
        "E-0001-TEST", "Avond over veilig", "Kade-Oost", 1, "Buurthuis De Boeg",
        datetime(2026, 9, 8, 18, tzinfo=UTC), EveningState.CLOSED,
    ),
    language="nl",
    languages=("nl",),
    phones=34,
    slips=6,
    items=(
        item(1, "Het is hier donker", Results(
            Outcome(40, in_numbers=True, base=37),
            bars(("Eens", "een meerderheid", 30, 81), ("Oneens", "een minderheid", 7, 19)),
        )),
        item(2, "Bewoners helpen mee", Results(
            Outcome(14), bars(("Eens", "ongeveer de helft", 7, 50)),
        )),
        item(3, "Vraag voor enkelen", Results(Outcome(3, too_few=True))),
        item(4, "Uw buurt in drie woorden", Results(Outcome(9), texts=("groen", "rustig"))),
        item(5, "Wat wenst u?", Results(Outcome(12))),
    ),
    heard=(HeardAspect("Leeftijd", AGES, None, "CBS 2025"),),
    notes=(
        NotesOfFactor("Verloedering", (
            ReportNote(1, 1, "Het plein ligt vol.", "place", "Plek", False),
            ReportNote(2, 1, "De man van nummer 8", "", "", True),
        )),
        NotesOfFactor("", (ReportNote(3, 2, "Goede koffie.", "", "", False),)),
    ),
    maps=(),
    promises=(ReportPromise("Lampen maken", "Gemeente", date(2026, 10, 1)),),
    next_steps="Wij maken de lampen. In oktober hoort u weer iets.",
    next_steps_language="nl",
    released_at=RELEASED,
    released_by_name="Noor Visser",
    all_next_steps={"nl": "Wij maken de lampen. In oktober hoort u weer iets."},
)  # fmt: skip


def document(**more):
    return evening_report(
        report=replace(REPORT, **more), municipality=TOWN, address=ADDRESS, on=date(2026, 9, 9)
    )


def back(**more) -> Back:
    return Back(write_pdf(document(**more), fonts=settings.PAPER_FONTS))


def test_it_begins_with_what_happens_now_and_ends_with_how_it_was_made():
    found = back()
    told = found.words
    assert found.title == "Verslag van de bewonersavond: Avond over veilig"
    assert (found.language, found.is_tagged) == ("nl", True)
    assert "40 mensen deden mee met telefoon of papier." in told
    order = (
        "Wat gebeurt er nu?", "In oktober hoort u weer iets.", "Wat is er afgesproken?",
        "Lampen maken", "Wat vond de zaal?", "Wat is er gezegd?", "Wie kwam er",
        "Hoe is dit gemaakt?",
    )  # fmt: skip
    # each also stands in the contents, before all of them
    places = [told.rindex(part) for part in order]
    assert places == sorted(places)
    assert "Concept" not in told
    assert found.links == [ADDRESS]


def test_a_small_room_is_told_in_words_and_a_few_answers_not_at_all():
    told = back().words
    assert "Eens 30 81%" in told
    assert "Eens ongeveer de helft" in told
    assert "Te weinig antwoorden om iets over te zeggen." in told
    assert "12 antwoorden" in told


def test_what_was_left_out_and_what_is_hidden_is_not_in_it():
    told = back().words
    assert "Het plein ligt vol." in told
    assert "nummer 8" not in told
    assert told.count("1 tot en met 4") == 2
    assert "Deze groepen hoorden wij te weinig: 15 tot en met 24, 45 tot en met 64." in told


def test_a_small_count_of_a_large_room_is_not_told_nor_what_gives_it_away():
    rows = bars(("Eens", "", 30, 77), ("Oneens", "", 3, 8), ("Anders", "", 6, 15))
    asked = item(1, "Het is hier donker", Results(Outcome(39, in_numbers=True, base=39), rows))
    told = back(items=(asked,)).words
    assert "Eens 30 77%" in told
    assert "Oneens – –" in told
    assert "Anders – –" in told


def test_shares_are_told_where_ten_people_knew():
    rows = bars(("Eens", "", 5, 56), ("Weet niet", "", 9, 50))
    for knew, told in ((9, "Eens 5 Weet niet 9"), (10, "Eens 5 56% Weet niet 9 50%")):
        asked = item(1, "Donker", Results(Outcome(18, in_numbers=True, base=knew), rows))
        assert told in " ".join(back(items=(asked,)).words.split())


def test_before_the_release_it_says_that_it_is_a_draft():
    assert "Concept" in back(released_at=None).words


@pytest.mark.parametrize("language", ["en", "tr", "ar"])
def test_it_is_in_the_language_of_the_reader(language):
    found = back(language=language)
    assert found.language == language
    assert "Wat vond de zaal?" not in found.words
    html = write_html(document(language=language))
    assert f'lang="{language}"' in html
    assert '<bdi lang="nl"' in html  # what colleagues wrote stays theirs


def test_hostile_words_are_only_words():
    notes = (NotesOfFactor("", (ReportNote(1, 1, HOSTILE, "", "", False),)),)
    found = back(notes=notes, next_steps=HOSTILE)
    assert "".join(found.text.split()).count("".join(HOSTILE[:60].split())) >= 2
