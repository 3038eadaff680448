# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is agreed for ambitions of safety plans: each agreement to who may see it, never a count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.queries.rows import AgreementRow, agreement_row
from voelspriet.act.agenda.rules import directs, visible_agreements
from voelspriet.act.plans.queries.found import read_ambition
from voelspriet.act.plans.rules.access import visible_plans, writes_plans
from voelspriet.ground.privacy.actors import Actor

MOST_ROWS, MOST_CHOICES = 50, 50


@dataclass(frozen=True, slots=True)
class AmbitionAction:
    """An agreement made for an ambition.

    `was_kept`: done by the day agreed first, None unless it was done. `may_unlink`: `by` may say
    that it is not for this ambition.
    """

    row: AgreementRow
    was_kept: bool | None
    may_unlink: bool

    @property
    def was_moved(self) -> bool:
        """Tell whether the day was moved."""
        return self.row.due_on != self.row.first_due_on


@dataclass(frozen=True, slots=True)
class AmbitionRef:
    """An ambition by its name."""

    reference: str
    statement: str


def agreements_of_ambition(*, reference: str, by: Actor, on: date) -> tuple[AmbitionAction, ...]:
    """Return the agreements for an ambition that `by` may see: running first, the first due first.

    What somebody may not see is left out and not counted either: how much runs in an area of
    others is no news for them. Raises OutOfScope for an ambition `by` may not read.
    """
    one = read_ambition(reference, by)
    found = visible_agreements(by).filter(ambitions=one)
    rows = list(
        found.select_related("area", "organisation", "follower").order_by("due_on", "id")[
            :MOST_ROWS
        ]
    )
    rows.sort(key=lambda row: row.state != AgreementState.OPEN)
    writes = writes_plans(by)
    return tuple(
        AmbitionAction(
            row=agreement_row(row, by=by, on=on),
            was_kept=was_kept(row),
            may_unlink=writes or directs(by, row),
        )
        for row in rows
    )


def agreements_to_link(*, reference: str, by: Actor) -> tuple[AgreementRow, ...]:
    """Return running agreements `by` may link to an ambition, the newest first, some of them."""
    one = read_ambition(reference, by)
    found = visible_agreements(by).filter(state=AgreementState.OPEN).exclude(ambitions=one)
    if not writes_plans(by):
        found = found.filter(area_id__in=sorted(by.area_ids))
    rows = found.select_related("area", "organisation", "follower").order_by("-made_at", "-id")
    return tuple(agreement_row(row, by=by, on=row.due_on) for row in rows[:MOST_CHOICES])


def ambitions_of_agreement(*, reference: str, by: Actor) -> tuple[AmbitionRef, ...]:
    """Return for which ambitions an agreement is, as far as `by` reads their plans."""
    found = visible_agreements(by).filter(
        reference=reference, ambitions__plan__in=visible_plans(by)
    )
    rows = found.order_by("ambitions__id").values_list(
        "ambitions__reference", "ambitions__statement"
    )
    return tuple(AmbitionRef(*row) for row in rows)


def was_kept(row: Agreement) -> bool | None:
    """Tell whether an agreement was done by the day agreed first; None unless it was done."""
    if row.state != AgreementState.DONE or row.ended_on is None:
        return None
    return row.ended_on <= row.first_due_on
