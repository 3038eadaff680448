# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned works: by hand, beside signals, in public; what the database keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.areas import make_street, make_town
from tests.factories.people import actor_of, make_organisation, make_user
from tests.factories.signals import make_signal
from tests.factories.works import make_work
from voelspriet.act.agenda.actions.works import WorkGiven, change_work, write_work
from voelspriet.act.agenda.choices.works import HELPS, WorkKind, WorkState
from voelspriet.act.agenda.models import PlannedWork, PlannedWorkText
from voelspriet.act.agenda.queries import works as reading
from voelspriet.act.agenda.queries.works import (
    WorkFilters,
    public_works,
    work_detail,
    works,
    works_near_signal,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import Category, Permission, PersonFlag, SignalStatus

pytestmark = pytest.mark.django_db
ON = date(2026, 9, 9)
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
LATER = ON + timedelta(days=20)


@pytest.fixture
def policy(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


@pytest.fixture
def given(area):
    return WorkGiven(
        kind=WorkKind.LIGHTING, what="Nieuwe lampen", area_id=area.pk, street_names=[],
        starts_on=LATER, ends_on=LATER, carrier="team licht", state=WorkState.PLANNED,
        is_public=True, source="Zelf opgeschreven", source_on=ON,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"days": -1}, "planned_work_ends_after_start"),
        ({"what": " "}, "planned_work_says_what_who_and_whence"),
        ({"carrier": ""}, "planned_work_says_what_who_and_whence"),
        ({"source": " "}, "planned_work_says_what_who_and_whence"),
        ({"state": "ooit"}, "planned_work_state_known"),
    ],
)
def test_the_database_refuses(area, wrong, constraint):
    with pytest.raises(IntegrityError) as stopped, transaction.atomic():
        make_work(area, **wrong)
    assert constraint in str(stopped.value)


def test_a_source_holds_a_key_once(area):
    make_work(area, source_key="")
    make_work(area, source_key="")
    make_work(area, source_key="7")
    make_work(area, source_key="7", source="Waterbedrijf")
    name = "UNIQUE" if connection.vendor == "sqlite" else "planned_work_once_per_source"
    with pytest.raises(IntegrityError) as stopped, transaction.atomic():
        make_work(area, source_key="7")
    assert name in str(stopped.value)


def test_write_work_finds_streets_and_our_own_organisation(town, area, adviser, given):
    street = make_street(area, name="Korte Steeg")
    team = make_organisation(town.municipality, name="Team Licht")

    reference = write_work(
        given=replace(given, street_names=["korte steeg", " "]), by=adviser, at=AT
    )
    work = PlannedWork.objects.get(reference=reference)
    assert work.organisation == team
    assert list(work.streets.all()) == [street]
    with pytest.raises(Refused) as refused:
        write_work(given=replace(given, street_names=["Nergens"]), by=adviser, at=AT)
    assert refused.value.field == "streets"
    with pytest.raises(Refused):
        write_work(given=replace(given, ends_on=LATER - timedelta(days=1)), by=adviser, at=AT)


def test_who_writes_works(town, adviser, policy, given):
    other = replace(given, area_id=town.neighbourhoods[1].pk)
    with pytest.raises(OutOfScope):
        write_work(given=other, by=adviser, at=AT)
    reference = write_work(given=other, by=policy, at=AT)
    with pytest.raises(OutOfScope):
        change_work(reference=reference, given=given, by=adviser, at=AT)
    for role in (Role.EXECUTIVE, Role.HANDLER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR):
        with pytest.raises(OutOfScope):
            write_work(given=given, by=actor_of(make_user(town.municipality, role)), at=AT)
    elsewhere = make_town(name="Elders", area_code="GM9998", row=5)
    with pytest.raises(OutOfScope):
        change_work(
            reference=reference,
            given=given,
            by=actor_of(make_user(elsewhere.municipality, Role.DIRECTOR)),
            at=AT,
        )


def test_another_first_day_makes_it_moved_and_the_first_day_stays(adviser, given):
    reference = write_work(given=given, by=adviser, at=AT)
    day = LATER + timedelta(days=9)
    change_work(
        reference=reference, given=replace(given, starts_on=day, ends_on=day), by=adviser, at=AT
    )
    row = work_detail(reference=reference, by=adviser).work
    assert (row.state, row.first_starts_on, row.starts_on) == (WorkState.MOVED, LATER, day)
    change_work(reference=reference, given=replace(given, state=WorkState.DONE), by=adviser, at=AT)
    assert work_detail(reference=reference, by=adviser).work.state == WorkState.DONE


def test_a_work_counts_the_open_signals_it_can_help(town, area, adviser):
    street = make_street(area, name="Korte Steeg")
    work = make_work(area, streets=(street,))
    tiles = {"area": area, "category": Category.PAVEMENT}
    make_signal(**tiles, street=street)
    make_signal(area=area, category="", suggested_category=Category.TRAFFIC)
    make_signal(area=area, category=Category.LITTER, suggested_category=Category.PAVEMENT)
    make_signal(**tiles, status=SignalStatus.ANSWERED, owed=False)
    make_signal(**tiles, person_flag=PersonFlag.RULES)
    make_signal(area=town.neighbourhoods[1], category=Category.PAVEMENT)

    detail = work_detail(reference=work.reference, by=adviser)
    assert (detail.open_in_area, detail.open_in_streets) == (2, 1)
    neighbour = make_work(town.neighbourhoods[1])
    assert work_detail(reference=neighbour.reference, by=adviser).open_in_area is None
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    assert work_detail(reference=neighbour.reference, by=director).open_in_area == 1


def test_every_category_of_things_outside_is_helped_by_some_work():
    helped = set().union(*HELPS.values())
    assert {Category.PAVEMENT, Category.LIGHTING, Category.GREEN, Category.LITTER,
            Category.TRAFFIC, Category.PARKING} <= helped  # fmt: skip
    assert set(HELPS) == set(WorkKind)


def near(signal, by):
    return [row.work.reference for row in
            works_near_signal(reference=signal.reference, by=by, on=ON)]  # fmt: skip


def test_work_near_a_signal_its_own_street_first(town, area, adviser):
    street = make_street(area, name="Korte Steeg")
    first = make_work(area, starts_on=LATER)
    there = make_work(area, starts_on=LATER + timedelta(days=9), streets=(street,))
    district = make_work(town.districts[0], starts_on=LATER + timedelta(days=1))
    make_work(area, kind=WorkKind.GREEN)
    make_work(area, state=WorkState.CANCELLED)
    make_work(area, starts_on=ON - timedelta(days=30))
    make_work(town.neighbourhoods[1])
    signal = make_signal(area=area, category=Category.PAVEMENT, street=street)

    assert near(signal, adviser) == [there.reference, first.reference, district.reference]


@pytest.mark.parametrize(
    "kept",
    [
        {"person_flag": PersonFlag.ADVISER},
        {"permission": Permission.LOCKED},
        {"category": ""},
        {"status": SignalStatus.ANSWERED, "owed": False},
    ],
)
def test_no_work_is_suggested(area, adviser, kept):
    make_work(area)
    values = {"category": Category.PAVEMENT, "suggested_category": ""} | kept
    assert near(make_signal(area=area, **values), adviser) == []


def test_who_does_not_direct_a_signal_is_suggested_nothing(town, area):
    make_work(area)
    signal = make_signal(area=area, category=Category.PAVEMENT)
    assert near(signal, actor_of(make_user(town.municipality, Role.DIRECTOR))) == []


def test_the_public_sees_what_comes_and_is_meant_for_it(area):
    make_work(area, is_public=False)
    make_work(area, is_public=True, state=WorkState.CANCELLED)
    make_work(area, is_public=True, state=WorkState.DONE)
    make_work(area, is_public=True, starts_on=ON - timedelta(days=9))
    moved = make_work(area, is_public=True, starts_on=LATER, state=WorkState.MOVED)
    now = make_work(area, is_public=True, starts_on=ON - timedelta(days=1))

    found = public_works(area_ids=[area.pk], on=ON)
    assert [row.starts_on for row in found] == [now.starts_on, moved.starts_on]
    assert [row.is_moved for row in found] == [False, True]


@pytest.mark.parametrize("over", [False, True])
def test_pages_follow_each_other_without_a_gap(area, adviser, over, monkeypatch):
    monkeypatch.setattr(reading, "PAGE_SIZE", 2)
    side = -1 if over else 1
    days = [ON + side * timedelta(days=10 * n) for n in (1, 1, 2, 3, 3)]
    made = {make_work(area, starts_on=day).reference for day in days}
    make_work(area, starts_on=ON - side * timedelta(days=30))

    seen, cursor = [], ""
    for _page in range(3):
        page = works(filters=WorkFilters(over=over), by=adviser, on=ON, cursor=cursor)
        seen += [row.reference for row in page.items]
        cursor = page.next_cursor
    assert cursor == ""
    assert len(seen) == 5
    assert set(seen) == made


def test_filters_and_who_sees_works(town, area, adviser):
    mine = make_work(area, kind=WorkKind.GREEN)
    theirs = make_work(town.neighbourhoods[1])

    def seen(by, **filters):
        page = works(filters=WorkFilters(**filters), by=by, on=ON)
        return {row.reference for row in page.items}

    assert seen(adviser) == {mine.reference, theirs.reference}
    assert seen(adviser, kind=WorkKind.GREEN) == {mine.reference}
    assert seen(adviser, area_id=town.neighbourhoods[1].pk) == {theirs.reference}
    for role in (Role.HANDLER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR):
        assert seen(actor_of(make_user(town.municipality, role))) == set()
    elsewhere = make_town(name="Elders", area_code="GM9998", row=5)
    foreign = actor_of(make_user(elsewhere.municipality, Role.DIRECTOR))
    assert seen(foreign) == set()
    with pytest.raises(OutOfScope):
        work_detail(reference=mine.reference, by=foreign)
    with arranging():
        mine.delete()


def test_residents_read_work_in_their_language_until_the_dutch_changes(area, adviser, given):
    reference = write_work(
        given=replace(given, texts={"tr": "Yeni lambalar", "ar": ""}), by=adviser, at=AT
    )
    assert work_detail(reference=reference, by=adviser).texts == {"tr": "Yeni lambalar"}

    def shown(language):
        (row,) = public_works(area_ids=[area.pk], on=ON, language=language)
        return row.what, row.language

    assert shown("tr") == ("Yeni lambalar", "tr")
    assert shown("ar") == shown("nl") == ("Nieuwe lampen", "nl")

    other = replace(given, what="Nieuwe bomen")
    change_work(reference=reference, given=other, by=adviser, at=AT)
    assert shown("tr") == ("Nieuwe bomen", "nl")
    detail = work_detail(reference=reference, by=adviser)
    assert (detail.texts, detail.texts_behind) == ({}, {"tr": "Yeni lambalar"})

    again = replace(other, texts={"tr": "Yeni ağaçlar"})
    change_work(reference=reference, given=again, by=adviser, at=AT)
    assert shown("tr") == ("Yeni ağaçlar", "tr")
    change_work(reference=reference, given=other, by=adviser, at=AT)
    assert shown("tr") == ("Nieuwe bomen", "nl")


def test_a_translation_of_work_is_whole(area):
    work = make_work(area)
    values = {"work": work, "what": "New lamps", "of_what": work.what}
    with arranging():
        PlannedWorkText.objects.create(language="en", **values)
    for name, wrong in (
        ("planned_work_text_once", {"language": "en"}),
        ("planned_work_text_says_what", {"language": "tr", "what": " "}),
        ("planned_work_text_is_no_dutch", {"language": "nl"}),
    ):
        with pytest.raises(IntegrityError) as stopped, transaction.atomic(), arranging():
            PlannedWorkText.objects.create(**values | wrong)
        assert name in str(stopped.value) or "UNIQUE" in str(stopped.value)
