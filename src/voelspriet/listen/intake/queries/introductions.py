# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody new in a duo may not read yet. Counts only: not even a reference leaves."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.intake.models import Introduction
from voelspriet.listen.intake.rules.status import NOT_CLOSED


@dataclass(frozen=True, slots=True)
class IntroductionCounts:
    """How many open confidential matters wait for a reporter's yes, and how many had a no."""

    waiting: int
    refused: int


def introductions_of(*, by: Actor) -> IntroductionCounts:
    """Return how many open matters of their areas `by` may not read, in one query."""
    found = Introduction.objects.filter(
        user_id=by.user_id or 0,
        signal__responsible_area_id__in=sorted(by.area_ids),
        signal__status__in=NOT_CLOSED,
        signal__withdrawn_at__isnull=True,
    ).aggregate(
        waiting=Count("pk", filter=Q(granted__isnull=True)),
        refused=Count("pk", filter=Q(granted=False)),
    )
    return IntroductionCounts(**found)
