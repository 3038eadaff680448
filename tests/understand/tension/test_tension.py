# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How tense it is: a reading replaces the one before, a correction says so, and who sees it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_user
from tests.factories.tension import make_help, make_reading
from voelspriet.ground.people.holdings import holdings
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.understand.tension.actions import (
    correct_reading,
    forget_expired,
    read_tension,
    reset_help,
    write_help,
)
from voelspriet.understand.tension.choices import Domain, Phase
from voelspriet.understand.tension.models import TensionReading
from voelspriet.understand.tension.queries import (
    PAGE_SIZE,
    area_tension,
    help_for,
    tension_by_area,
    tension_history,
    tension_to_mind,
)
from voelspriet.understand.tension.rules import MOST_MATTERS, shipped_help

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ON = date(2026, 3, 2)
WHY = "Twee avonden geschreeuw bij het water."


@pytest.fixture
def town(db):  # noqa: ARG001  the tables must be there
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def adviser(town, area):
    return actor_of(make_duo(town.municipality, area)[0])


def _say(area, by, at=AT, **more):
    values = {"matter": "", "phase": Phase.TENSION, "reason": WHY, "since": at.date()}
    return read_tension(area_id=area.pk, by=by, at=at, **values | more)


def test_a_new_reading_replaces_the_one_before_and_leaves_its_words(area, adviser):
    _say(area, adviser, phase=Phase.REST, reason="Niets bijzonders.")
    _say(area, adviser, AT + timedelta(days=3))
    _say(area, adviser, AT + timedelta(days=4), matter="Het pad langs het water")
    detail = area_tension(area_id=area.pk, by=adviser, on=ON)
    assert (detail.whole.phase, detail.whole.since) == ("tension", date(2026, 3, 5))
    assert [row.matter for row in detail.matters] == ["Het pad langs het water"]
    told = tension_history(area_id=area.pk, by=adviser, on=ON).items
    assert [(row.phase, row.reason, row.is_current) for row in told] == [
        ("tension", WHY, True), ("tension", WHY, True), ("rest", "Niets bijzonders.", False),
    ]  # fmt: skip
    # the same matter in other capitals goes on with its own name
    _say(area, adviser, AT + timedelta(days=5), matter="HET PAD langs het water", phase=Phase.REST)
    detail = area_tension(area_id=area.pk, by=adviser, on=ON)
    assert [(row.matter, row.phase) for row in detail.matters] == [
        ("Het pad langs het water", "rest")
    ]
    line = AuditLine.objects.filter(action="tension.read").latest("pk")
    assert WHY not in str(line.__dict__)
    assert "water" not in str(line.__dict__)


def test_a_correction_is_a_new_row_and_what_was_wrong_stays_readable(area, adviser):
    _say(area, adviser, AT - timedelta(days=9), phase=Phase.REST)
    wrong = _say(area, adviser)
    right = correct_reading(
        reference=wrong, phase=Phase.DISCOMFORT, reason="Eén avond, en niet bij het water.",
        since=ON - timedelta(days=1), by=adviser, at=AT + timedelta(hours=2),
    )  # fmt: skip
    told = tension_history(area_id=area.pk, by=adviser, on=ON).items
    assert [(row.reference, row.is_correction, row.was_wrong) for row in told[:2]] == [
        (right, True, False), (wrong, False, True),
    ]  # fmt: skip
    assert told[1].reason == WHY
    assert area_tension(area_id=area.pk, by=adviser, on=ON).whole.phase == "discomfort"
    values = {"phase": Phase.REST, "reason": "Toch niet.", "by": adviser, "at": AT}
    with pytest.raises(Refused):
        correct_reading(reference=wrong, since=ON, **values)
    with pytest.raises(Refused) as early:
        correct_reading(reference=right, since=ON - timedelta(days=20), **values)
    assert early.value.field == "since"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reason": "  "}, "reason"),
        ({"reason": "x" * 501}, "reason"),
        ({"reason": "Meneer Jansen schreeuwt elke avond."}, "reason"),
        ({"reason": "Bel 0612345678 als het weer begint."}, "reason"),
        ({"reason": "Het zijn de Marokkaanse vaders."}, "reason"),
        ({"reason": "De moslims en de buren staan tegenover elkaar."}, "reason"),
        ({"matter": "Jongeren op het plein"}, "matter"),
        ({"matter": "Statushouders aan de kade"}, "matter"),
        ({"matter": "De familie van het hoekhuis"}, "matter"),
        ({"matter": "Meneer Jansen"}, "matter"),
        ({"matter": "De Turkse winkel"}, "matter"),
        ({"since": ON + timedelta(days=1)}, "since"),
        ({"since": ON - timedelta(days=61)}, "since"),
    ],
)
def test_what_a_reading_refuses(area, adviser, wrong, field):
    with pytest.raises(Refused) as refused:
        _say(area, adviser, **wrong)
    assert refused.value.field == field
    assert not TensionReading.objects.exists()


def test_doubt_about_a_name_can_be_set_aside_and_a_number_cannot(area, adviser):
    named = "Bij de Jan Steen en meneer Kade bleef het rustig."
    with pytest.raises(Refused):
        _say(area, adviser, reason=named)
    assert _say(area, adviser, reason=named, is_nobody=True)
    with pytest.raises(Refused):
        _say(area, adviser, reason="Bel 0612345678.", is_nobody=True)


def test_there_is_an_end_to_matters(area, adviser):
    for number in range(MOST_MATTERS):
        make_reading(area, matter=f"Plek {number}")
    with pytest.raises(Refused):
        _say(area, adviser, matter="Nog een plek")
    assert _say(area, adviser, matter="plek 3", phase=Phase.REST)
    assert _say(area, adviser, matter="Nog een plek")


def test_after_two_weeks_it_asks_whether_it_is_still_so(area, adviser):
    _say(area, adviser)
    _say(area, adviser, matter="Het pad", phase=Phase.DISCOMFORT)
    for days, asks in ((14, False), (15, True)):
        rows = tension_to_mind(by=adviser, on=ON + timedelta(days=days), limit=5)
        assert [(row.matter, row.asks_again) for row in rows] == [("", asks)]
    _say(area, adviser, AT + timedelta(days=15))
    rows = tension_to_mind(by=adviser, on=ON + timedelta(days=16), limit=5)
    # it went on: the day it began stands, whatever day was typed
    assert [(row.asks_again, row.since) for row in rows] == [(False, ON)]


def test_only_who_has_the_area_in_scope_sees_it(town, area, adviser):
    mine = _say(area, adviser)
    second = town.neighbourhoods[1]
    neighbour = actor_of(make_duo(town.municipality, second)[0])
    elsewhere = make_town(name="Elders", area_code="GM9998", row=4)
    foreign = actor_of(make_user(elsewhere.municipality, Role.DIRECTOR))
    handler = actor_of(make_user(town.municipality, Role.HANDLER))
    researcher = actor_of(make_user(town.municipality, Role.RESEARCHER))
    for by in (neighbour, foreign, handler, researcher, resident(town.municipality.pk)):
        with pytest.raises(OutOfScope):
            area_tension(area_id=area.pk, by=by, on=ON)
        assert tension_history(area_id=area.pk, by=by, on=ON).items == ()
        assert area.pk not in {one.area_id for one in tension_by_area(by=by, on=ON)}
        with pytest.raises(OutOfScope):
            _say(area, by)
        with pytest.raises(OutOfScope):
            correct_reading(reference=mine, phase=Phase.REST, reason=WHY, since=ON, by=by, at=AT)
    for role in (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        by = actor_of(make_user(town.municipality, role))
        assert area_tension(area_id=area.pk, by=by, on=ON).whole.reference == mine
        assert not area_tension(area_id=area.pk, by=by, on=ON).may_read
        names = [one.area_name for one in tension_by_area(by=by, on=ON)]
        assert names == sorted(names)
        assert len(names) > 2
        assert tension_to_mind(by=by, on=ON, limit=5) == ()
        with pytest.raises(OutOfScope):
            _say(area, by)


def test_help_is_the_products_until_a_municipality_writes_its_own(town, adviser):
    policy = actor_of(make_user(town.municipality, Role.POLICY_ADVISER))
    whole = shipped_help()
    assert len(whole) == len(Phase) * len(Domain)
    assert all(0 < len(text) <= 400 for text in whole.values())
    other = make_town(name="Elders", area_code="GM9998", row=4)
    make_help(other.municipality, text="Van elders.")
    key = {"phase": Phase.TENSION, "domain": Domain.SCHOOL}
    write_help(**key, text="Bel de conciërge.", by=policy, at=AT)
    rows = {row.domain: row for row in help_for(phase=Phase.TENSION, by=adviser)}
    assert list(rows) == Domain.values
    assert (rows["school"].text, rows["school"].is_own) == ("Bel de conciërge.", True)
    assert (rows["care"].text, rows["care"].is_own) == (whole["tension", "care"], False)
    for text in ("Bel de conciërge.", " ", "x" * 401):
        with pytest.raises(Refused):
            write_help(**key, text=text, by=policy, at=AT)
    reset_help(**key, by=policy, at=AT)
    rows = {row.domain: row for row in help_for(phase=Phase.TENSION, by=adviser)}
    assert rows["school"].text == whole["tension", "school"]
    with pytest.raises(Refused):
        reset_help(**key, by=policy, at=AT)
    with pytest.raises(Refused):
        write_help(**key, text="Iets.", by=adviser, at=AT)


def test_history_is_read_page_by_page(area, adviser):
    for number in range(PAGE_SIZE + 2):
        moment = AT + timedelta(hours=number)
        make_reading(area, made_at=moment, replaced_at=moment, reason=f"Nummer {number}")
    first = tension_history(area_id=area.pk, by=adviser, on=ON)
    rest = tension_history(area_id=area.pk, by=adviser, on=ON, cursor=first.next_cursor)
    told = [row.reason for row in (*first.items, *rest.items)]
    assert told == [f"Nummer {number}" for number in reversed(range(PAGE_SIZE + 2))]
    assert rest.next_cursor == ""


def test_what_was_replaced_or_at_rest_for_two_years_is_destroyed(town, area):
    old = AT - timedelta(days=731)
    make_reading(area, made_at=old, replaced_at=old)
    make_reading(area, "rest", made_at=old, matter="Rustig")
    make_reading(area, made_at=old)
    make_reading(town.neighbourhoods[1], made_at=old, replaced_at=AT)
    by = system("tension.forget")
    assert forget_expired(by=by, at=AT) == 2
    assert forget_expired(by=by, at=AT) == 0
    assert TensionReading.objects.count() == 2
    line = AuditLine.objects.get(action="tension.forget")
    assert (line.municipality_id, line.detail) == (town.municipality.pk, {"readings": 2})


def test_what_is_tense_goes_with_the_area(area, adviser):
    _say(area, adviser)
    held = {(one.kind, one.area_id): one.number for one in
            holdings(adviser.user_id, frozenset({area.pk}))}  # fmt: skip
    assert held["tension", area.pk] == 1
