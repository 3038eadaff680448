# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making, opening and closing a round, and who sees it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.drawings import close, make_round, make_sheet, shape_at
from tests.factories.signals import NOON, adviser_of, staff_actor
from voelspriet.ground.people.holdings import holdings
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.drawings.actions import close_map_round, create_map_round, open_map_round
from voelspriet.listen.drawings.choices import RoundState
from voelspriet.listen.drawings.models import MapRound
from voelspriet.listen.drawings.queries import map_round, map_rounds, round_summary

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


def begin(area, by, **more) -> MapRound:
    told = {"question": " Waar voelt u zich veilig? ", "kinds": ["safe_place", "crossing"]} | more
    reference = create_map_round(area_id=area.pk, by=by, at=NOON, **told)
    return MapRound.objects.get(reference=reference)


def test_a_round_is_open_at_once_with_a_code_of_its_own(area, adviser):
    made = begin(area, adviser, translations={"en": "Where?", "tr": " "})
    assert made.question == "Waar voelt u zich veilig?"
    assert made.question_translations == {"en": "Where?"}
    assert len(made.code) == 6
    assert made.code.isalnum()
    shown = map_round(reference=made.reference, by=adviser, at=NOON)
    assert shown.row.state is RoundState.OPEN
    assert [str(entry.kind) for entry in shown.legend] == ["safe_place", "crossing"]
    line = AuditLine.objects.get(action="map_round.create")
    assert line.detail == {"kinds": ["safe_place", "crossing"]}
    assert begin(area, adviser).code != made.code


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"question": "  "}, "question"),
        ({"question": "x" * 201}, "question"),
        ({"kinds": []}, "kinds"),
        ({"kinds": ["haunted"]}, "kinds"),
        ({"closes_at": NOON - timedelta(minutes=1)}, "closes_on"),
    ],
)
def test_a_round_that_asks_nothing_or_ends_before_it_begins_is_refused(area, adviser, told, field):
    with pytest.raises(Refused) as refused:
        begin(area, adviser, **told)
    assert refused.value.field == field


def test_only_who_leads_an_area_begins_a_round_there(town, area):
    begin(area, staff_actor(town.municipality, Role.POLICY_ADVISER))
    begin(area, system("demo", town.municipality.pk))
    for stranger in (
        adviser_of(town.neighbourhoods[1]),
        staff_actor(town.municipality, Role.DIRECTOR),
        staff_actor(make_town(name="Elders", area_code="GM9998", row=4).municipality,
                    Role.POLICY_ADVISER),
    ):  # fmt: skip
        with pytest.raises(OutOfScope):
            begin(area, stranger)


def test_a_round_closes_and_opens_again(one, adviser):
    close_map_round(reference=one.reference, by=adviser, at=NOON)
    state = map_round(reference=one.reference, by=adviser, at=NOON).row.state
    assert state is RoundState.CLOSED
    with pytest.raises(Refused, match="al dicht"):
        close_map_round(reference=one.reference, by=adviser, at=LATER)
    open_map_round(reference=one.reference, by=adviser, at=LATER)
    state = map_round(reference=one.reference, by=adviser, at=LATER).row.state
    assert state is RoundState.OPEN


def test_a_round_that_begins_later_is_not_closed_and_opens_earlier(area, adviser):
    one = make_round(area, opens_at=NOON + timedelta(days=3))
    shown = map_round(reference=one.reference, by=adviser, at=NOON)
    assert shown.row.state is RoundState.TO_COME
    with pytest.raises(Refused, match="niet begonnen"):
        close_map_round(reference=one.reference, by=adviser, at=NOON)
    open_map_round(reference=one.reference, by=adviser, at=NOON)
    assert map_round(reference=one.reference, by=adviser, at=NOON).row.state is RoundState.OPEN


def test_a_round_with_a_last_day_closes_by_itself(area, adviser):
    one = make_round(area, closes_at=LATER)
    assert map_round(reference=one.reference, by=adviser, at=NOON).row.state is RoundState.OPEN
    assert map_round(reference=one.reference, by=adviser, at=LATER).row.state is RoundState.CLOSED


def test_an_adviser_sees_rounds_of_their_areas_and_the_policy_adviser_all(town, area, adviser):
    mine = make_round(area)
    other = make_round(town.neighbourhoods[1])

    def seen(by) -> set[str]:
        return {row.reference for row in map_rounds(by=by, at=NOON).items}

    assert seen(adviser) == {mine.reference}
    for role in (Role.POLICY_ADVISER, Role.DIRECTOR):
        assert seen(staff_actor(town.municipality, role)) == {mine.reference, other.reference}
    for role in (Role.HANDLER, Role.EXECUTIVE, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER):
        assert seen(staff_actor(town.municipality, role)) == set()
    with pytest.raises(OutOfScope):
        map_round(reference=other.reference, by=adviser, at=NOON)
    with pytest.raises(OutOfScope):
        round_summary(reference=other.reference, by=adviser, at=NOON)


def test_a_long_list_goes_on_by_its_last_row(area, adviser):
    for number in range(35):
        make_round(area, made_at=NOON - timedelta(minutes=number % 3))
    first = map_rounds(by=adviser, at=NOON)
    second = map_rounds(by=adviser, at=NOON, cursor=first.next_cursor)
    assert (len(first.items), len(second.items)) == (30, 5)
    assert not {row.id for row in first.items} & {row.id for row in second.items}
    assert map_rounds(by=adviser, at=NOON, cursor="onzin").items == first.items


def test_a_summary_counts_sheets_and_not_shapes(area, one, adviser):
    make_sheet(one, shape_at(area), shape_at(area), shape_at(area, "crossing"))
    make_sheet(one, shape_at(area), channel="paper")
    summary = round_summary(reference=one.reference, by=adviser, at=NOON)
    assert summary.sheets == 2
    assert [(code, number) for code, _label, number in summary.by_channel] == [
        ("phone", 1), ("paper", 1),
    ]  # fmt: skip
    counted = {str(row.entry.kind): (row.shapes, row.sheets) for row in summary.by_kind}
    assert counted["safe_place"] == (3, 2)
    assert counted["crossing"] == (1, 1)
    assert counted["dark_route"] == (0, 0)
    top = summary.cells[0]
    assert (str(top.entry.kind), top.sheets) == ("safe_place", 2)
    assert top.streets == ("Straat 0101 1",)
    only = round_summary(reference=one.reference, by=adviser, at=NOON, kind="crossing")
    assert [str(cell.entry.kind) for cell in only.cells] == ["crossing"]


def test_an_open_round_hangs_on_the_area(area, one):
    held = {row.kind: row.number for row in holdings(900, frozenset({area.pk}))}
    assert held["map_rounds"] == 1
    close(one)
    held = {row.kind: row.number for row in holdings(900, frozenset({area.pk}))}
    assert held.get("map_rounds", 0) == 0
