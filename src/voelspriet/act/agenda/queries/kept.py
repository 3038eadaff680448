# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which party keeps what it agreed, against the day agreed first (method §10)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.rules import visible_agreements
from voelspriet.analysis.process import KeptCase, Rate, kept_rate
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day, working_days_between

LOOK_BACK = timedelta(days=365)
BATCH = 2000


@dataclass(frozen=True, slots=True)
class KeptRow:
    """How a party kept its word over 12 months; `kept` is None below 20 due. Never per person."""

    organisation: str
    due: int
    kept: Rate | None
    median_term: float | None
    entered_late: int


def kept_by_party(*, by: Actor, on: date) -> tuple[KeptRow, ...]:
    """Return the kept-rate of every party with something due, by name."""
    cases: defaultdict[str, list[KeptCase]] = defaultdict(list)
    rows = visible_agreements(by).filter(first_due_on__gte=on - LOOK_BACK, first_due_on__lt=on)
    told = rows.order_by("organisation__name", "id").values_list(
        "organisation__name", "made_at", "first_due_on", "ended_at", "state"
    )
    for name, made_at, first_due_on, ended_at, state in told.iterator(BATCH):
        entered = dutch_day(made_at)
        cases[name].append(
            KeptCase(
                entered_on=entered,
                first_due_on=first_due_on,
                ended_on=dutch_day(ended_at) if ended_at else None,
                is_done=state == AgreementState.DONE,
                term=_term(entered, first_due_on),
            )
        )
    return tuple(_row(name, found, on) for name, found in cases.items())


@lru_cache(maxsize=32_768)
def _term(entered: date, first_due_on: date) -> int:
    """Return the promised term in working days; many agreements share their two days."""
    return working_days_between(entered, first_due_on)


def _row(name: str, cases: list[KeptCase], on: date) -> KeptRow:
    found = kept_rate(cases, reported_on=on)
    due = found.kept.base if found.kept else 0
    kept = found.kept if found.kept and found.kept.may_be_shown else None
    return KeptRow(name, due, kept, found.median_term, found.entered_late)
