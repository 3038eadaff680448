# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which party keeps what it agreed, against the day agreed first (method §10).

The database counts: a year of agreements becomes a few groups, one for each party and term.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.rules import visible_agreements
from voelspriet.analysis.process import KeptGroup, Rate, kept_rate_of
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor

LOOK_BACK = timedelta(days=365)
# the words of `analysis.process.kept`, for the database; a test holds both to the same numbers
_DONE = Q(state=AgreementState.DONE)
_ENTERED_LATE = Q(_DONE, ended_on__lte=F("entered_on")) | Q(first_due_on__lt=F("entered_on"))
_KEPT = Q(_DONE, ended_on__gt=F("entered_on"), ended_on__lte=F("first_due_on"))


@dataclass(frozen=True, slots=True)
class KeptRow:
    """How a party kept its word over 12 months; `kept` is None below 20 due. Never per person."""

    organisation: str
    due: int
    kept: Rate | None
    median_term: float | None
    entered_late: int


def kept_by_party(*, by: Actor, on: date) -> tuple[KeptRow, ...]:
    """Return the kept-rate of every party with something due, by name. Two queries."""
    groups = _groups(by, on)
    parties = Organisation.objects.filter(pk__in=list(groups)).order_by("name", "id")
    return tuple(_row(name, groups[key]) for key, name in parties.values_list("id", "name"))


def kept_by_all(*, by: Actor, on: date) -> Rate | None:
    """Return the kept-rate of all agreements `by` may see together; None below 20 due."""
    found = kept_rate_of(one for groups in _groups(by, on).values() for one in groups).kept
    return found if found and found.may_be_shown else None


def _groups(by: Actor, on: date) -> dict[int, list[KeptGroup]]:
    """Return per party what was due in 12 months, in groups of one term. One query."""
    counted = (
        visible_agreements(by)
        .filter(first_due_on__gte=on - LOOK_BACK, first_due_on__lt=on)
        .order_by()
        .values("organisation_id", "term")
        .annotate(
            every=Count("*"),
            kept=Count("term", filter=_KEPT),
            late=Count("term", filter=_ENTERED_LATE),
        )
    )
    groups: defaultdict[int, list[KeptGroup]] = defaultdict(list)
    for row in counted:
        due = row["every"] - row["late"]
        groups[row["organisation_id"]].append(
            KeptGroup(row["term"], due=due, kept=row["kept"], entered_late=row["late"])
        )
    return dict(groups)


def _row(name: str, groups: list[KeptGroup]) -> KeptRow:
    found = kept_rate_of(groups)
    due = found.kept.base if found.kept else 0
    kept = found.kept if found.kept and found.kept.may_be_shown else None
    return KeptRow(name, due, kept, found.median_term, found.entered_late)
