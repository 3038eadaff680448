# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A round of maps at an evening: held in one press, led to from the phone, told in the report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.conf import settings

from tests.conftest import arranging
from tests.factories.drawings import make_round, shape_at
from tests.factories.evening_rooms import BEGINS, DURING, PREPARED, make_evening
from tests.factories.people import actor_of, make_duo, make_user
from tests.papers.reading import Back
from voelspriet.ground.areas.rows import municipality_row_of
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.drawings.models import MapResult, MapRound
from voelspriet.listen.drawings.queries.open_rounds import PublicCell, PublicKind
from voelspriet.listen.drawings.queries.told_rounds import Ground
from voelspriet.listen.drawings.rules.grid import square_of
from voelspriet.listen.drawings.rules.legend import legend
from voelspriet.listen.evenings.actions.map_rounds import hold_map_round
from voelspriet.listen.evenings.actions.running import go_to_part, steer_evening
from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.listen.evenings.queries.desk import desk_page
from voelspriet.listen.evenings.queries.reports import report_draft
from voelspriet.listen.evenings.rules.running import Deed
from voelspriet.papers.evening_report import evening_report
from voelspriet.papers.report_cells import cells_svg
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def prepared(area):
    return make_evening(area, state=EveningState.PREPARED)


def hold(evening, by, at=PREPARED, **more):
    return hold_map_round(reference=evening.reference, by=by, at=at, **more)


def put_on(evening, one) -> EveningItem:
    with arranging():
        item = EveningItem.objects.create(
            evening=evening,
            position=90,
            kind=ItemKind.MAP_ROUND,
            map_round_reference=one.reference,
            opened_at=BEGINS,
        )
        if evening.state == EveningState.OPEN:
            Evening.objects.filter(pk=evening.pk).update(current_item=item)
    return item


def publish(one, cells):
    with arranging():
        MapRound.objects.filter(pk=one.pk).update(closes_at=DURING)
        content = {"cells": cells}
        return MapResult.objects.create(
            round=one, content=content, sheets=5, published_at=DURING, published_by_name="Noor"
        )


def told(evening, by, language="nl") -> Back:
    report = report_draft(reference=evening.reference, by=by, language=language)
    document = evening_report(
        report=report,
        municipality=municipality_row_of(evening.municipality),
        address="https://voelspriet.example/verslag/",
        on=date(2026, 9, 23),
    )
    return Back(write_pdf(document, fonts=settings.PAPER_FONTS))


def test_one_press_makes_a_round_and_puts_it_at_the_end(prepared, adviser):
    held = hold(prepared, adviser)
    one = MapRound.objects.get(reference=held)
    last = prepared.items.order_by("position").last()
    assert (last.kind, last.map_round_reference) == (ItemKind.MAP_ROUND, held)
    assert (one.area_id, one.opens_at) == (prepared.area_id, BEGINS - timedelta(hours=1))
    assert one.question == "Waar voelt u zich veilig, en waar niet?"
    assert set(one.question_translations) == {"en", "tr", "ar"}
    lines = AuditLine.objects.filter(action="evening.hold_map_round")
    assert [line.subject_reference for line in lines] == [prepared.reference]


def test_a_round_that_is_there_is_held_once(prepared, adviser, area):
    one = make_round(area, opens_at=PREPARED - timedelta(days=1))
    assert hold(prepared, adviser, map_round_reference=one.reference) == one.reference
    assert MapRound.objects.count() == 1
    with pytest.raises(Refused, match="staat al op het programma"):
        hold(prepared, adviser, map_round_reference=one.reference)


def test_a_round_elsewhere_or_over_is_refused(prepared, adviser, town):
    closed = make_round(
        town.neighbourhoods[0],
        opens_at=PREPARED - timedelta(days=2),
        closes_at=PREPARED - timedelta(days=1),
    )
    elsewhere = make_round(town.neighbourhoods[1], opens_at=PREPARED - timedelta(days=1))
    for reference in (closed.reference, elsewhere.reference, "K-none"):
        with pytest.raises(Refused, match="van dit gebied"):
            hold(prepared, adviser, map_round_reference=reference)


def test_who_may_not_and_what_began(prepared, evening, adviser, town):
    others = make_duo(town.municipality, town.neighbourhoods[1])[0]
    for user in (others, make_user(town.municipality, Role.DIRECTOR)):
        with pytest.raises(OutOfScope):
            hold(prepared, actor_of(user))
    with pytest.raises(Refused, match="ligt nu vast"):
        hold(evening, adviser)
    assert not MapRound.objects.exists()


def test_who_leads_sees_where_the_map_is(evening, adviser, area):
    one = make_round(area)
    put_on(evening, one)
    page = desk_page(reference=evening.reference, by=adviser, language="nl")
    assert page.item.map_code == one.code


def test_a_round_of_another_town_leads_nowhere(evening, adviser, area):
    one = make_round(area)
    with arranging():
        item = put_on(evening, one)
        item.map_round_reference = "K-elsewhere"
        item.save()
    page = desk_page(reference=evening.reference, by=adviser, language="nl")
    assert page.item.map_code == ""


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_report_says_the_map_comes_later(area, adviser, language):
    closed = make_evening(area, state=EveningState.CLOSED)
    one = make_round(area)
    put_on(closed, one)
    found = told(closed, adviser, language)
    assert ("De kaart is nog niet klaar." in found.words) == (language == "nl")
    assert one.code not in found.words


def test_the_report_tells_what_everybody_may_see(area, adviser):
    closed = make_evening(area, state=EveningState.CLOSED)
    one = make_round(area)
    put_on(closed, one)
    cell = shape_at(area).cells[0]
    publish(one, [
        {"kind": "safe_place", "cell": cell, "at_least": 5, "streets": ["Lindelaan"]},
        {"kind": "dark_route", "cell": cell, "at_least": 10, "streets": []},
    ])  # fmt: skip
    words = told(closed, adviser).words
    assert "Op de kaart" in words
    assert "Lindelaan ten minste 5" in words
    assert "Een plek zonder straatnaam ten minste 10" in words
    assert words.index("Veilige plek") < words.index("Donkere route")
    assert "overlast of criminaliteit" not in words


def test_a_round_that_was_on_is_in_the_report(evening, adviser, area):
    item = put_on(evening, make_round(area))
    with arranging():
        EveningItem.objects.filter(pk=item.pk).update(opened_at=None)
    kept = {"reference": evening.reference, "by": adviser, "at": DURING}
    go_to_part(item_id=item.pk, **kept)
    steer_evening(deed=Deed.END, **kept)
    assert report_draft(reference=evening.reference, by=adviser).maps[0].kinds is None


def test_squares_are_drawn_with_the_number_of_their_row_and_never_a_point():
    ring = ((5.2, 52.5), (5.23, 52.5), (5.23, 52.52), (5.2, 52.52), (5.2, 52.5))
    entry = legend()["safe_place"]
    cells = tuple(
        PublicCell(entry, 5, (), square_of(one, times=2)) for one in ("725_2430", "727_2431")
    )
    svg = cells_svg(PublicKind(entry, cells), Ground("Kade", (ring,), (ring[:2],)))
    assert [f">{number}</text>" in svg for number in (1, 2, 3)] == [True, True, False]
    assert "<circle" not in svg
    assert svg.count(f'fill="{entry.colour}"') == 2
    assert cells_svg(PublicKind(entry, cells), Ground("Kade", (), ())) == ""


def test_an_evening_without_maps_has_no_such_part(area, adviser):
    closed = make_evening(area, state=EveningState.CLOSED)
    assert "Op de kaart" not in told(closed, adviser).words
