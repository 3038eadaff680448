# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a statement and bringing an initiative's own status up to date with all of them."""

from __future__ import annotations

from datetime import date, datetime

from voelspriet.act.initiatives.choices import InitiativeStatus, StatementOrigin
from voelspriet.act.initiatives.models import Initiative, Settlement, StatusStatement
from voelspriet.act.initiatives.rules.statements import REPLACED, Said, standing

__all__ = ["REPLACED", "add_statement", "refresh", "settle"]


def add_statement(
    initiative: Initiative,
    *,
    status: InitiativeStatus,
    origin: StatementOrigin,
    source: str,
    said_on: date,
    at: datetime,
    why: str = "",
    is_uncertain: bool = False,
) -> StatusStatement:
    """Add what a source said. Call `refresh` after the last one."""
    return StatusStatement.objects.create(
        initiative=initiative,
        status=status,
        origin=origin,
        source=source,
        said_on=said_on,
        why=why,
        is_uncertain=is_uncertain,
        at=at,
    )


def settle(
    initiative: Initiative,
    *,
    holds: StatusStatement,
    why: str,
    by_name: str,
    at: datetime,
    among: StatementOrigin | None = None,
) -> int:
    """Settle every unsettled statement but the one that holds; return how many.

    With `among`, only those of one origin: who began it may change their own words only.
    """
    others = initiative.statements.filter(settled_by__isnull=True).exclude(pk=holds.pk)
    if among is not None:
        others = others.filter(origin=among)
    if not others.exists():
        return 0
    settlement = Settlement.objects.create(initiative=initiative, why=why, by_name=by_name, at=at)
    return others.update(settled_by=settlement)


def refresh(initiative: Initiative) -> None:
    """Bring status, contradiction and the day something was last heard up to date."""
    rows = list(initiative.statements.order_by("id"))
    said = [
        Said(InitiativeStatus(row.status), row.said_on, row.pk, row.settled_by_id is not None)
        for row in rows
    ]
    status, contradicted = standing(said)
    heard = max([initiative.last_heard_on, *(row.said_on for row in rows)])
    initiative.status, initiative.is_contradicted = status, contradicted
    initiative.last_heard_on = heard
    initiative.save(update_fields=["status", "is_contradicted", "last_heard_on"])
