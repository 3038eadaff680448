# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kept-rate: per party, from twenty due, against the day agreed first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories.agenda import make_agreement_row
from voelspriet.act.agenda.queries.kept import kept_by_party

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
