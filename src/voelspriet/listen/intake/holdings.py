# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: the voices of their areas, which pass on with the area.

What was told in confidence does not pass by itself: see `introducing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.holdings import (
    Held,
    Ownerless,
    held_source,
    newcomer_source,
    ownerless_source,
    user_columns,
)
from voelspriet.ground.people.queries import areas_owned
from voelspriet.listen.intake.actions.introducing import ask_before_reading
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.status import LOCKED_PERMISSIONS, NOT_CLOSED

user_columns(
    facts={
        "intake.Signal.entered_by_id",
        "intake.Note.by_id",
        "intake.Introduction.user",
    }
)
newcomer_source(ask_before_reading)
OPEN = Q(status__in=NOT_CLOSED, withdrawn_at__isnull=True)


@held_source
def voices_held(_user_id: int, area_ids: frozenset[int]) -> Iterator[Held]:
    """Return the open signals of areas, and answers owed.

    Nothing that is locked: who is no adviser must not see that it came. Nor how much was told in
    confidence: in a small area that is a person.
    """
    rows = (
        Signal.objects.filter(OPEN, responsible_area_id__in=sorted(area_ids))
        .exclude(permission__in=LOCKED_PERMISSIONS)
        .order_by()
        .values("responsible_area_id")
        .annotate(every=Count("pk"), owed=Sum("answers_owed"))
    )
    for row in rows:
        area = row["responsible_area_id"]
        yield Held("signals", _("Open meldingen, zonder wat op slot is"), row["every"], area)
        yield Held("debts", _("Antwoorden die wij schuldig zijn"), row["owed"] or 0, area)


@ownerless_source
def voices_without_duo(municipality_id: int, on: date) -> Iterator[Ownerless]:
    """Return open signals of areas without a duo at work."""
    owned = areas_owned(municipality_id=municipality_id, on=on)
    lost = Signal.objects.filter(OPEN, municipality_id=municipality_id).exclude(
        responsible_area_id__in=sorted(owned)
    )
    for reference in lost.values_list("reference", flat=True):
        yield Ownerless("signal", reference)
