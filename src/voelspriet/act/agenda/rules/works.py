# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees and writes planned works, and which of them are near a signal."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from voelspriet.act.agenda.choices.works import HELPS, WorkKind
from voelspriet.act.agenda.models import PlannedWork
from voelspriet.act.agenda.rules.agreements import READS_ALL
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.listen.intake.choices import Category

WHAT_LIMIT = 200
CARRIER_LIMIT = 120
SOURCE_LIMIT = 80
IMPORTERS = (Role.DIRECTOR, Role.POLICY_ADVISER)


def visible_works(by: Actor) -> QuerySet[PlannedWork]:
    """Return the planned works `by` may see: all of the municipality, for who works in areas."""
    if by.municipality_id is None:
        return PlannedWork.objects.none()
    here = PlannedWork.objects.filter(municipality_id=by.municipality_id)
    if by.kind is ActorKind.SYSTEM or (by.is_staff and by.has(Role.AREA_ADVISER, *READS_ALL)):
        return here
    return PlannedWork.objects.none()


def imports_works(by: Actor) -> bool:
    """Tell whether `by` may bring in a file with works."""
    return by.kind is ActorKind.SYSTEM or (by.is_staff and by.has(*IMPORTERS))


def writes_work(by: Actor, area_id: int) -> bool:
    """Tell whether `by` may write works of an area: its advisers, and who imports."""
    return imports_works(by) or by.advises(area_id)


def kinds_for(category: str) -> tuple[WorkKind, ...]:
    """Return the kinds of work that can help with what is told.

    >>> kinds_for("lighting")
    (WorkKind.LIGHTING,)
    """
    return tuple(kind for kind, helps in HELPS.items() if category and Category(category) in helps)


def about(work: PlannedWork) -> Q:
    """Return which signals are of a category that work of this kind can help with."""
    helps = sorted(HELPS[WorkKind(work.kind)])
    return Q(category__in=helps) | Q(category="", suggested_category__in=helps)
