# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Destroying on time: what was replaced, and what is at rest, after two years."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.understand.tension.choices import Phase
from voelspriet.understand.tension.models import TensionReading
from voelspriet.understand.tension.rules import KEPT


def forget_expired(*, by: Actor, at: datetime) -> int:
    """Destroy, per municipality, readings past their term; return how many.

    May run as often as one likes: without anything past its term nothing is written.
    """
    towns = _expired(at).order_by().values_list("municipality_id", flat=True).distinct()
    return sum(_forget(municipality_id=one, by=by, at=at) for one in sorted(towns))


@action
def _forget(*, municipality_id: int, by: Actor, at: datetime) -> int:
    gone = _expired(at).filter(municipality_id=municipality_id).delete()[0]
    record(
        "tension.forget", by=by, at=at, subject="tension", municipality_id=municipality_id,
        readings=gone,
    )  # fmt: skip
    return gone


def _expired(at: datetime) -> QuerySet[TensionReading]:
    """Return what was replaced, or said to be at rest, longer ago than it is kept.

    What is not at rest stays while it is the newest word, however old: it asks to be looked at.
    """
    before = at - KEPT
    return TensionReading.objects.filter(
        Q(replaced_at__lt=before)
        | Q(replaced_at__isnull=True, phase=Phase.REST, made_at__lt=before)
    )
