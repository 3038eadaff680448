# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kept-rate: per party, from twenty due, against the day agreed first."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.queries.kept import LOOK_BACK, kept_by_party
from voelspriet.analysis.process import KeptCase, kept_rate
from voelspriet.lib.working_days import DUTCH_TIME, dutch_day, working_days_between

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 2)
MADE = datetime(2026, 9, 8, 9, tzinfo=UTC)
DUE = date(2026, 9, 22)


def _made(area, organisation, count: int, *, days: int, state: str = "done") -> None:
    for _ in range(count):
        make_agreement_row(
            area,
            organisation,
            due_on=DUE,
            state=state,
            made_at=MADE,
            ended_at=MADE + timedelta(days=days) if state != "open" else None,
        )


def test_below_twenty_due_nothing_is_said(area, organisation, adviser):
    _made(area, organisation, 19, days=3)
    (row,) = kept_by_party(by=adviser, on=ON)
    assert row.kept is None

    _made(area, organisation, 1, days=3)
    (row,) = kept_by_party(by=adviser, on=ON)
    assert row.kept is not None
    assert (row.due, row.kept.share) == (20, 1.0)


def test_late_undone_and_still_running_count_as_not_kept(area, organisation, adviser):
    _made(area, organisation, 15, days=3)
    _made(area, organisation, 5, days=30)  # done, after the first day
    _made(area, organisation, 3, days=3, state="not_done")
    _made(area, organisation, 2, days=0, state="open")

    (row,) = kept_by_party(by=adviser, on=ON)

    assert row.kept is not None
    assert row.due == 25
    assert row.kept.share == pytest.approx(15 / 25)
    assert row.kept.low < 15 / 25 < row.kept.high
    assert row.median_term == 10


def _any_agreements(area, organisation, rng: random.Random, count: int) -> list[KeptCase]:
    """Make agreements around every edge the definition has, and return them as analysis has it."""
    cases = []
    for _ in range(count):
        entered = datetime.combine(
            ON - timedelta(days=rng.randint(-2, 400)),
            rng.choice([time(0, 5), time(12), time(23, 55)]),  # by UTC some are of another day
            DUTCH_TIME,
        )
        due = dutch_day(entered) + timedelta(days=rng.choice([-3, 0, 1, 2, 14, 60]))
        state = rng.choice(AgreementState.values)
        ended = None
        if state != AgreementState.OPEN:
            ended = entered + timedelta(days=rng.choice([0, 0, 1, 2, 14, 15, 60, 61]))
        make_agreement_row(
            area, organisation, due_on=due, state=state, made_at=entered, ended_at=ended
        )
        if ON - LOOK_BACK <= due < ON:
            day = dutch_day(entered)
            ended_on = dutch_day(ended) if ended else None
            term = working_days_between(day, due)
            cases.append(KeptCase(day, due, ended_on, state == AgreementState.DONE, term))
    return cases


@pytest.mark.parametrize("seed", range(4))
def test_the_database_counts_as_the_definition_does(area, organisation, adviser, seed):
    cases = _any_agreements(area, organisation, random.Random(seed), 150)

    with CaptureQueriesContext(connection) as asked:
        (row,) = kept_by_party(by=adviser, on=ON)

    found = kept_rate(cases, reported_on=ON)
    assert found.kept is not None
    assert (row.kept, row.due) == (found.kept, found.kept.base)
    assert (row.median_term, row.entered_late) == (found.median_term, found.entered_late)
    assert row.entered_late > 0
    assert len(asked) == 2


def test_agreements_of_before_get_their_days(area, organisation):
    late = datetime(2026, 9, 8, 23, 30, tzinfo=UTC)  # in Dutch time the day after
    row = make_agreement_row(area, organisation, due_on=DUE, made_at=late, state="done")
    with arranging():
        Agreement.objects.update(entered_on=ON, term=0, ended_on=ON)
        migration = import_module("voelspriet.act.agenda.migrations.0005_counted_days")
        migration.count_days(apps, SimpleNamespace(connection=connection))

    row.refresh_from_db()
    assert (row.entered_on, row.term) == (date(2026, 9, 9), 9)
    assert row.ended_on == date(2026, 9, 10)


def test_agreement_ended_on_its_dutch_day_holds_in_the_database(area, organisation):
    ended = make_agreement_row(area, organisation, state="done")
    runs = make_agreement_row(area, organisation)
    for row, day in ((ended, None), (runs, ON)):
        broken = pytest.raises(IntegrityError, match="agreement_ended_on_its_dutch_day")
        with arranging(), broken, transaction.atomic():
            Agreement.objects.filter(pk=row.pk).update(ended_on=day)
