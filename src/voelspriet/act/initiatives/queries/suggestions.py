# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Initiatives that may complement one another: for the adviser, who decides whom to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.act.initiatives.choices import InitiativeNeed, InitiativeStatus
from voelspriet.act.initiatives.models import Initiative
from voelspriet.act.initiatives.queries.rows import InitiativeRow, initiative_row
from voelspriet.act.initiatives.rules.access import leads, visible_initiatives
from voelspriet.act.initiatives.rules.likeness import Compared, Match, complements
from voelspriet.ground.privacy.actors import Actor

MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another initiative, and what speaks for bringing them together."""

    row: InitiativeRow
    same_area: bool
    missing: tuple[str, ...]
    shared: tuple[str, ...]
    needs: tuple[str, ...]


def suggestions_for(*, reference: str, by: Actor, on: date) -> tuple[Suggestion, ...]:
    """Return at most five initiatives that may complement this one. Two queries.

    Only among those `by` leads; none that are sensitive, stopped or taken back. Empty for who
    only reads along. Nobody is told by it.
    """
    one = visible_initiatives(by).filter(reference=reference).first()
    if one is None or not leads(by, one) or one.is_sensitive or one.withdrawn_at is not None:
        return ()
    others = {
        other.reference: other
        for other in visible_initiatives(by)
        .filter(
            is_sensitive=False,
            withdrawn_at__isnull=True,
            responsible_area_id__in=sorted(by.area_ids),
        )
        .exclude(pk=one.pk)
        .exclude(status=InitiativeStatus.STOPPED)
        .select_related("area", "responsible_area")
        .order_by("-last_heard_on", "-id")[:MOST_COMPARED]
    }
    found = complements(_compared(one), (_compared(other) for other in others.values()))
    return tuple(_suggestion(match, others[match.key], by, on) for match in found)


def _compared(one: Initiative) -> Compared:
    return Compared(
        key=one.reference,
        area_id=one.area_id,
        needs=frozenset(InitiativeNeed(code) for code in one.needs),
        about=f"{one.title} {one.idea}",
        open_for=f"{one.who} {one.open_for}",
        missing=one.who_missing,
    )


def _suggestion(match: Match, other: Initiative, by: Actor, on: date) -> Suggestion:
    return Suggestion(
        row=initiative_row(other, by=by, on=on),
        same_area=match.same_area,
        missing=match.missing,
        shared=match.shared,
        needs=tuple(str(need.label) for need in match.needs),
    )
