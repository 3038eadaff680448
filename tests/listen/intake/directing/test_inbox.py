# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox: filters, order, pages by key, counts, points; quick with many signals."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.areas import make_street, point_in
from tests.factories.signals import (
    NOON,
    adviser_of,
    make_attachment,
    make_bundle,
    make_escalation,
    make_handover,
    make_message,
    make_signal,
)
from voelspriet.ground.search.actions import index_signal
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake import actions, queries
from voelspriet.listen.intake.choices import (
    Category,
    HandoverState,
    LegalKind,
    Permission,
    PersonFlag,
    SignalStatus,
)
from voelspriet.listen.intake.queries import InboxFilters

TODAY = dutch_day(NOON)


def _inbox(by, cursor="", size=25, **filters):
    return queries.inbox(filters=InboxFilters(**filters), cursor=cursor, by=by, on=TODAY, size=size)


def _references(page):
    return [row.reference for row in page.items]


def test_what_is_due_first_stands_first(scene):
    late = make_signal(area=scene.here, first_answer_due_on=date(2026, 9, 1))
    later = make_signal(area=scene.here, first_answer_due_on=date(2026, 9, 20))
    soon = make_signal(area=scene.here, first_answer_due_on=date(2026, 9, 9))
    page = _inbox(scene.adviser)
    assert _references(page) == [late.reference, soon.reference, later.reference]
    assert [row.is_late for row in page.items] == [True, False, False]


@pytest.mark.parametrize("order", ["due", "new"])
def test_pages_by_key_show_each_signal_once(scene, order):
    for number in range(7):
        make_signal(
            area=scene.here,
            received_at=NOON - timedelta(hours=number // 2),
            first_answer_due_on=date(2026, 9, 15 + number % 3),
        )
    seen, cursor = [], ""
    for _page in range(3):
        page = _inbox(scene.adviser, cursor, size=3, order=order)
        seen += _references(page)
        cursor = page.next_cursor
    assert cursor == ""
    assert len(seen) == len(set(seen)) == 7


@pytest.mark.parametrize("order", ["due", "new"])
@pytest.mark.parametrize("cursor", ["x", "2026-09-08~", "~~", "2026-09-08T10:00~1", "9" * 500])
def test_a_damaged_cursor_gives_the_first_page(scene, cursor, order):
    make_signal(area=scene.here)
    assert len(_inbox(scene.adviser, cursor, order=order).items) == 1


def test_each_filter_keeps_what_it_names(scene):
    both = adviser_of(scene.here, scene.there)
    found = {
        "plain": make_signal(area=scene.here, owed=False, status=SignalStatus.IN_HAND),
        "elsewhere": make_signal(area=scene.there),
        "closed": make_signal(area=scene.here, owed=False, status=SignalStatus.ANSWERED),
        "flagged": make_signal(area=scene.here, person_flag=PersonFlag.RULES),
        "locked": make_signal(area=scene.here, permission=Permission.LOCKED),
        "litter": make_signal(area=scene.here, category=Category.LITTER),
        "guessed": make_signal(area=scene.here, suggested_category=Category.LITTER),
        "decided": make_signal(
            area=scene.here, suggested_category=Category.LITTER, category=Category.GREEN
        ),
        "late": make_signal(area=scene.here, first_answer_due_on=date(2026, 9, 1)),
        "withdrawn": make_signal(area=scene.here, withdrawn_at=NOON),
    }
    names = {signal.reference: name for name, signal in found.items()}

    def shown(**filters):
        return {names[row.reference] for row in _inbox(both, **filters).items}

    assert shown() == set(found) - {"closed", "withdrawn"}
    assert shown(status="all") == set(found) - {"withdrawn"}
    assert shown(status=SignalStatus.ANSWERED) == {"closed"}
    assert shown(area_id=scene.there.pk) == {"elsewhere"}
    assert shown(flagged=True) == {"flagged"}
    assert shown(locked=True) == {"locked"}
    assert shown(category=Category.LITTER) == {"litter", "guessed"}
    assert shown(overdue=True) == {"late"}
    assert "plain" not in shown(owed=True)
    assert "late" in shown(owed=True)


def test_an_area_outside_ones_own_gives_nothing(scene):
    make_signal(area=scene.there)
    assert _inbox(scene.adviser, area_id=scene.there.pk).items == ()


def test_filters_on_bundle_report_and_words(scene):
    one, two = make_signal(area=scene.here), make_signal(area=scene.here)
    bundle = make_bundle(one, two)
    reported = make_signal(area=scene.here)
    make_handover(reported, scene.organisation, state=HandoverState.REPORTED)
    lamp = make_signal(area=scene.here, text="De lantaarn is stuk")
    index_signal(signal_id=lamp.pk, text=lamp.text, area_id=scene.here.pk)
    assert set(_references(_inbox(scene.adviser, bundle=bundle.reference))) == {
        one.reference, two.reference,
    }  # fmt: skip
    assert _references(_inbox(scene.adviser, reported=True)) == [reported.reference]
    assert _references(_inbox(scene.adviser, text="lantaarn")) == [lamp.reference]
    assert _references(_inbox(scene.adviser, text=one.reference.lower())) == [one.reference]
    assert _inbox(scene.neighbour, text="lantaarn").items == ()


def test_counts_tell_what_waits(scene):
    make_signal(area=scene.here, first_answer_due_on=date(2026, 9, 1))
    make_signal(area=scene.here, owed=False, status=SignalStatus.DONE, due_on=date(9999, 12, 31))
    make_signal(area=scene.here, permission=Permission.LOCKED)
    make_signal(area=scene.here, person_flag=PersonFlag.ADVISER)
    make_signal(area=scene.here, owed=False, status=SignalStatus.ANSWERED)
    make_signal(area=scene.there)
    counts = queries.inbox_counts(by=scene.adviser, on=TODAY)
    assert (counts.received, counts.to_close, counts.owed) == (3, 1, 3)
    assert (counts.overdue, counts.flagged, counts.locked) == (1, 1, 1)


def test_owed_shows_who_waits_longest_first(scene):
    later = make_signal(area=scene.here)
    first = make_signal(area=scene.here, first_answer_due_on=date(2026, 9, 9))
    make_signal(area=scene.here, owed=False)
    rows = queries.owed(by=scene.adviser, on=TODAY)
    assert [row.reference for row in rows] == [first.reference, later.reference]
    assert queries.owed(by=scene.director, on=TODAY) == ()


def test_the_map_shows_points_and_streets_of_ones_own_signals(scene):
    lon, lat = point_in(scene.here)
    pointed = make_signal(area=scene.here, point=(lon, lat))
    street = make_street(scene.here, name="Vlierlaan")
    in_street = make_signal(area=scene.here, street=street)
    make_signal(area=scene.here)
    points = queries.map_points(filters=InboxFilters(), by=scene.adviser, on=TODAY)
    places = {point.row.reference: (point.lon, point.lat) for point in points}
    assert places[pointed.reference] == (pytest.approx(lon, abs=1e-5), pytest.approx(lat, abs=1e-5))
    assert places[in_street.reference] == (street.lon, street.lat)
    assert len(places) == 2
    assert queries.map_points(filters=InboxFilters(), by=scene.neighbour, on=TODAY) == ()


def test_flagged_words_are_not_on_the_directors_map_or_list(scene):
    signal = make_signal(
        area=scene.here, text="Jan dealt", person_flag=PersonFlag.RULES, point=point_in(scene.here)
    )
    make_escalation(signal)
    assert queries.map_points(filters=InboxFilters(), by=scene.director, on=TODAY) == ()
    rows = _inbox(scene.director).items
    assert [(row.reference, row.title, row.words_hidden) for row in rows] == [
        (signal.reference, "", True)
    ]


def test_rows_of_signals_keep_the_order_asked_and_the_scope(scene):
    one, two = make_signal(area=scene.here), make_signal(area=scene.here)
    other = make_signal(area=scene.there)
    asked = (two.reference, other.reference, one.reference)
    rows = queries.signal_rows(references=asked, by=scene.adviser, on=TODAY)
    assert [row.reference for row in rows] == [two.reference, one.reference]


def _queries_for(call):
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)


def test_the_inbox_asks_the_same_number_of_queries_for_1_and_3_signals(scene):
    make_bundle(make_signal(area=scene.here, street=make_street(scene.here, name="Een")))
    one = _queries_for(lambda: _inbox(scene.adviser))
    for name in ("Twee", "Drie"):
        make_bundle(make_signal(area=scene.here, street=make_street(scene.here, name=name)))
    assert _queries_for(lambda: _inbox(scene.adviser)) == one == 1
    assert _queries_for(lambda: queries.inbox_counts(by=scene.adviser, on=TODAY)) == 1
    assert _queries_for(lambda: queries.owed(by=scene.adviser, on=TODAY)) == 1


def test_a_signal_asks_the_same_number_of_queries_with_1_and_3_of_everything(scene):
    signal = make_signal(area=scene.here)

    def fill():
        make_handover(signal, scene.organisation)
        make_attachment(signal)
        make_message(signal)
        actions.add_note(reference=signal.reference, text="Gezien.", by=scene.adviser, at=NOON)

    def read():
        queries.signal_detail(reference=signal.reference, by=scene.adviser, on=TODAY)

    fill()
    one = _queries_for(read)
    fill()
    fill()
    assert _queries_for(read) == one


def test_the_inbox_finds_its_open_signals_by_an_index_however_many_there_are(scene):
    """The plan reads the open signals of the municipality, not the thousands that are closed."""
    make_signal(area=scene.here)
    with CaptureQueriesContext(connection) as captured:
        _inbox(scene.adviser)
        queries.inbox_counts(by=scene.adviser, on=TODAY)
    if connection.vendor != "sqlite":
        return  # PostgreSQL plans by statistics, and reads a table of one row whole
    for asked in captured.captured_queries:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {asked['sql']}")
            steps = " ".join(row[-1] for row in cursor.fetchall())
        assert "SCAN intake_signal" not in steps
        assert re.search(r"SEARCH intake_signal USING (COVERING )?INDEX", steps)


def test_the_detail_tells_clocks_legal_term_and_what_happened(scene):
    signal = make_signal(area=scene.here, text="Ik wil een klacht indienen.")
    key = {"reference": signal.reference, "by": scene.adviser, "at": NOON}
    actions.set_legal_kind(kind=LegalKind.COMPLAINT, **key)
    actions.take_in_hand(**key)
    detail = queries.signal_detail(reference=signal.reference, by=scene.adviser, on=TODAY)
    assert detail.legal_due_on == date(2026, 10, 20)
    assert [line.what for line in detail.history] == ["Opgepakt", "Juridische soort gekozen"]
    assert [debt.due_on for debt in detail.debts] == [date(2026, 9, 15)]
    assert "answered" not in detail.steps
