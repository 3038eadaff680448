# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees which agreement, and how much of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from tests.factories.signals import make_signal
from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.queries import (
    AgreementFilters,
    agreement_counts,
    agreement_detail,
    agreements,
    agreements_of_signal,
    loads,
    owed_by_party,
    to_tell,
)
from voelspriet.act.agenda.rules import quick_days
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 9)  # a Wednesday


def references(by, **filters):
    page = agreements(filters=AgreementFilters(**filters), by=by, on=TODAY)
    return [row.reference for row in page.items]


def test_each_role_sees_its_own_part(town, area, adviser, organisation):
    other = make_organisation(town.municipality, name="Politie")
    mine = make_agreement_row(area, organisation).reference
    theirs = make_agreement_row(town.neighbourhoods[1], other).reference

    assert references(adviser) == [mine]
    handler = make_user(town.municipality, Role.HANDLER, organisation=other)
    assert references(actor_of(handler)) == [theirs]
    for role in (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        assert references(actor_of(make_user(town.municipality, role))) == [mine, theirs]
    for role in (Role.PRIVACY_OFFICER, Role.ADMINISTRATOR):
        assert references(actor_of(make_user(town.municipality, role))) == []


def test_nobody_sees_another_municipality(area, organisation):
    make_agreement_row(area, organisation)
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)

    assert references(actor_of(make_user(elsewhere.municipality, Role.DIRECTOR))) == []


def test_only_the_adviser_sees_the_signals_behind_it(town, area, adviser, organisation):
    signal = make_signal(area=area, category="lighting")
    agreement = make_agreement_row(area, organisation, signals=[signal], contact="Mo")

    detail = agreement_detail(reference=agreement.reference, by=adviser, on=TODAY)
    assert [line.reference for line in detail.signals] == [signal.reference]
    assert (detail.owed, detail.may_direct, detail.may_finish) == (1, True, True)

    handler = actor_of(make_user(town.municipality, Role.HANDLER, organisation=organisation))
    detail = agreement_detail(reference=agreement.reference, by=handler, on=TODAY)
    assert (detail.signals, detail.may_direct, detail.may_finish) == ((), False, True)
    assert detail.agreement.contact == "Mo"

    executive = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    detail = agreement_detail(reference=agreement.reference, by=executive, on=TODAY)
    assert (detail.signals, detail.may_direct, detail.may_finish) == ((), False, False)
    assert (detail.agreement.contact, detail.agreement.made_by_name) == ("", "")


def test_agreement_detail_of_others_is_out_of_scope(town, area, organisation):
    agreement = make_agreement_row(area, organisation)
    stranger = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])

    with pytest.raises(OutOfScope):
        agreement_detail(reference=agreement.reference, by=stranger, on=TODAY)


def test_agreements_of_signal_are_for_its_adviser(town, area, adviser, organisation):
    signal = make_signal(area=area)
    agreement = make_agreement_row(area, organisation, signals=[signal])
    handler = actor_of(make_user(town.municipality, Role.HANDLER, organisation=organisation))

    found = agreements_of_signal(reference=signal.reference, by=adviser, on=TODAY)
    assert [row.reference for row in found] == [agreement.reference]
    assert agreements_of_signal(reference=signal.reference, by=handler, on=TODAY) == ()


def test_filters_find_what_is_late_done_and_still_to_tell(town, area, adviser, organisation):
    late = make_agreement_row(area, organisation, due_on=TODAY - timedelta(days=1))
    running = make_agreement_row(area, organisation, due_on=TODAY, what="Bankje plaatsen")
    waiting = make_signal(area=area)
    told = make_signal(area=area, owed=False)
    done = AgreementState.DONE
    to_be_told = make_agreement_row(area, organisation, state=done, signals=[waiting, told])
    make_agreement_row(area, organisation, state=AgreementState.NOT_DONE, signals=[told])

    assert references(adviser, state="overdue") == [late.reference]
    assert references(adviser) == [late.reference, running.reference]
    assert references(adviser, words="bankje") == [running.reference]
    assert references(adviser, state="to_tell") == [to_be_told.reference]
    assert [row.reference for row in to_tell(by=adviser, on=TODAY)] == [to_be_told.reference]
    assert len(references(adviser, state="done")) == 1
    assert len(references(adviser, state="")) == 4
    assert references(adviser, organisation_id=organisation.pk + 1) == []
    assert references(adviser, area_id=town.neighbourhoods[1].pk) == []
    counts = agreement_counts(by=adviser, on=TODAY)
    assert (counts.overdue, counts.due_this_week, counts.to_tell) == (1, 1, 1)


def test_counts_are_right_for_whoever_advises_no_area(town, area, organisation):
    make_agreement_row(area, organisation, due_on=TODAY - timedelta(days=1))
    make_agreement_row(area, organisation, due_on=TODAY)
    handler = actor_of(make_user(town.municipality, Role.HANDLER, organisation=organisation))
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))

    for by in (handler, director):
        counts = agreement_counts(by=by, on=TODAY)
        assert (counts.overdue, counts.due_this_week, counts.to_tell) == (1, 1, 0)


@pytest.mark.parametrize("state", ["open", "done"])
def test_agreements_page_by_day_without_gap_or_double(
    area, adviser, organisation, state, monkeypatch
):
    monkeypatch.setattr("voelspriet.act.agenda.queries.PAGE_SIZE", 2)
    made = [
        make_agreement_row(area, organisation, due_on=TODAY + timedelta(days=n // 2), state=state)
        for n in range(5)
    ]
    seen, cursor = [], ""
    for _ in range(3):
        page = agreements(
            filters=AgreementFilters(state=state), by=adviser, on=TODAY, cursor=cursor
        )
        seen += [row.reference for row in page.items]
        cursor = page.next_cursor

    assert cursor == ""
    expected = [one.reference for one in made]
    assert seen == (expected if state == "open" else expected[::-1])


@pytest.mark.parametrize("number", [1, 3])
def test_agreements_ask_the_database_once_and_their_counts_twice(
    area, adviser, organisation, number, django_assert_num_queries
):
    for _ in range(number):
        make_agreement_row(area, organisation, signals=[make_signal(area=area)])

    with django_assert_num_queries(1):
        references(adviser)
    with django_assert_num_queries(2):
        agreement_counts(by=adviser, on=TODAY)


@pytest.mark.parametrize("number", [1, 3])
def test_agreement_detail_asks_the_database_four_times(
    area, adviser, organisation, number, django_assert_num_queries
):
    signals = [make_signal(area=area) for _ in range(number)]
    agreement = make_agreement_row(area, organisation, signals=signals)

    with django_assert_num_queries(4):
        agreement_detail(reference=agreement.reference, by=adviser, on=TODAY)


def test_loads_count_per_week_and_late(town, area, adviser, organisation):
    make_organisation(town.municipality, name="Zonder werk")
    for day in (TODAY, date(2026, 9, 13), date(2026, 9, 14), date(2026, 9, 1)):
        make_agreement_row(area, organisation, due_on=day)
    make_agreement_row(area, organisation, due_on=TODAY, state=AgreementState.DONE)

    first, idle = loads(by=adviser, days=(TODAY, TODAY + timedelta(days=7)), on=TODAY)
    assert first.organisation_name == organisation.name
    assert (first.weeks, first.overdue, first.running) == ((2, 1), 1, 4)
    assert (idle.weeks, idle.running) == ((0, 0), 0)
    assert owed_by_party(organisation_id=organisation.pk, by=adviser, on=TODAY).weeks == (2,)


def test_loads_are_for_advisers_and_director(town, adviser):
    executive = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    with pytest.raises(OutOfScope):
        loads(by=executive, days=(TODAY,), on=TODAY)

    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)
    foreign = make_organisation(elsewhere.municipality)
    with pytest.raises(OutOfScope):
        owed_by_party(organisation_id=foreign.pk, by=adviser, on=TODAY)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        # Wednesday: Friday, ten working days on, a month on
        (date(2026, 9, 9), [date(2026, 9, 11), date(2026, 9, 23), date(2026, 10, 9)]),
        # Friday: today itself; 30 days on is a Sunday
        (date(2026, 9, 11), [date(2026, 9, 11), date(2026, 9, 25), date(2026, 10, 12)]),
        # Saturday: nothing left of this week
        (date(2026, 9, 12), [date(2026, 9, 14), date(2026, 9, 25), date(2026, 10, 12)]),
        # Thursday before Easter: neither Good Friday nor Monday; 30 days on is a Saturday
        (date(2026, 4, 2), [date(2026, 4, 2), date(2026, 4, 20), date(2026, 5, 4)]),
    ],
)
def test_quick_days_are_working_days(today, expected):
    assert [quick.day for quick in quick_days(today)] == expected
