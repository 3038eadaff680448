# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was promised to residents' initiatives: for colleagues, who began one, and everybody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.queries.rows import AgreementRow, agreement_row
from voelspriet.act.agenda.rules import is_overdue, visible_agreements
from voelspriet.act.initiatives.queries.initiatives import InitiativeToAgree, initiative_to_agree
from voelspriet.ground.privacy.actors import Actor

__all__ = ["InitiativeToAgree", "initiative_to_agree"]
MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """Who does what by when, as residents read it. `what` is Dutch, a colleague's own words."""

    what: str
    organisation_name: str
    due_on: date
    state: str
    is_late: bool


def agreements_of_initiative(*, reference: str, by: Actor, on: date) -> tuple[AgreementRow, ...]:
    """Return the agreements made for an initiative that `by` may see, the newest first."""
    found = visible_agreements(by).filter(initiative__reference=reference)
    rows = found.select_related("area", "organisation", "follower").order_by("-made_at", "-id")
    return tuple(agreement_row(one, by=by, on=on) for one in rows[:MOST_ROWS])


def promised_to_starter(*, initiative_id: int, on: date) -> tuple[PromiseRow, ...]:
    """Return what who began an initiative may know was promised for it. One query."""
    found = Agreement.objects.filter(initiative_id=initiative_id)
    return _rows(found.exclude(visibility=Visibility.INTERNAL), on)


def promised_publicly(
    *, initiative_ids: Collection[int], on: date
) -> dict[int, tuple[PromiseRow, ...]]:
    """Return per initiative what everybody may know was promised for it. One query."""
    found = Agreement.objects.filter(
        initiative_id__in=sorted(initiative_ids), visibility=Visibility.PUBLIC
    )
    told: dict[int, list[PromiseRow]] = {}
    for one in found.select_related("organisation").order_by("due_on", "id"):
        told.setdefault(one.initiative_id or 0, []).append(_row(one, on))
    return {key: tuple(rows[:MOST_ROWS]) for key, rows in told.items()}


def _rows(found: QuerySet[Agreement], on: date) -> tuple[PromiseRow, ...]:
    rows = found.select_related("organisation").order_by("due_on", "id")[:MOST_ROWS]
    return tuple(_row(one, on) for one in rows)


def _row(one: Agreement, on: date) -> PromiseRow:
    return PromiseRow(
        what=one.what,
        organisation_name=one.organisation.name,
        due_on=one.due_on,
        state=one.state,
        is_late=is_overdue(one, on),
    )
