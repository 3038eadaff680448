# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees a study, what a worrying case waits for, and who spoke without pointing at anybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Q, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_hours import add_working_hours
from voelspriet.listen.conversations.models import Study, UrgentCase

TEXT_LIMIT = 60_000
URGENT_LIMIT = 1000
URGENT_HOURS = 4
LEAST = 3
MERGED = "merged"


def visible_studies(by: Actor) -> QuerySet[Study]:
    """Return the studies `by` may see: a researcher those of the own municipality."""
    if not by.has(Role.RESEARCHER) or by.municipality_id is None:
        return Study.objects.none()
    return Study.objects.filter(municipality_id=by.municipality_id)


def visible_cases(by: Actor) -> QuerySet[UrgentCase]:
    """Return the worrying cases `by` may see.

    A researcher those of the municipality, a handler those of their organisation, a director
    those that were not confirmed in time.
    """
    if not by.is_staff or by.municipality_id is None:
        return UrgentCase.objects.none()
    here = UrgentCase.objects.filter(study__municipality_id=by.municipality_id)
    if by.has(Role.RESEARCHER):
        return here
    parties = sorted(by.organisation_ids) if by.has(Role.HANDLER) else []
    late = Q(escalated_at__isnull=False) if by.has(Role.DIRECTOR) else Q(pk__in=[])
    return here.filter(Q(organisation_id__in=parties) | late)


def reads_words_of(by: Actor, case: UrgentCase) -> bool:
    """Tell whether `by` may read a case: researchers, and who it was handed to."""
    return by.has(Role.RESEARCHER) or (
        by.has(Role.HANDLER) and case.organisation_id in by.organisation_ids
    )


def due_at(handed_at: datetime) -> datetime:
    """Return when a worrying case must be confirmed."""
    return add_working_hours(handed_at, URGENT_HOURS)


def merged_roles(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts per role with those below three taken together.

    When together they are still fewer than three, the smallest other role joins them; fewer than
    three people in all are not counted by role.

    >>> merged_roles({"resident": 9, "police": 1, "school": 2})
    {'resident': 9, 'merged': 3}
    >>> merged_roles({"resident": 9, "school": 4, "police": 1})
    {'resident': 9, 'merged': 5}
    >>> merged_roles({"police": 1, "school": 1})
    {}
    """
    ordered = sorted(counts.items(), key=lambda one: (one[1], one[0]))
    small = [one for one in ordered if 0 < one[1] < LEAST]
    large = [one for one in ordered if one[1] >= LEAST]
    while small and sum(count for _, count in small) < LEAST and large:
        small.append(large.pop(0))
    together = sum(count for _, count in small)
    shown = dict(sorted(large, key=lambda one: (-one[1], one[0])))
    return shown | ({MERGED: together} if together >= LEAST else {})
