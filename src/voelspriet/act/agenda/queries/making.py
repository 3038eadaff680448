# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser must see before agreeing something because of signals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.access import directed_signals
from voelspriet.listen.intake.rules.status import (
    category_label,
    category_of,
    is_flagged,
    is_locked,
)


@dataclass(frozen=True, slots=True)
class GroundRow:
    """A signal an agreement would be made because of. `is_locked`: ask its reporter first."""

    reference: str
    category: str
    category_label: str
    area_id: int
    area_name: str
    received_at: datetime
    is_locked: bool
    is_flagged: bool


def signals_to_agree(
    *, references: tuple[str, ...] = (), bundle: str = "", by: Actor
) -> tuple[GroundRow, ...]:
    """Return these signals, or those of a bundle, oldest first; withdrawn ones of it left out.

    Raises OutOfScope when `by` is no adviser of one of them, or the bundle is not there.
    """
    found = directed_signals(by).select_related("responsible_area").order_by("received_at", "id")
    if bundle:
        rows = tuple(found.filter(bundle__reference=bundle, withdrawn_at__isnull=True))
        missing = not rows
    else:
        rows = tuple(found.filter(reference__in=references)) if references else ()
        missing = len(rows) != len(set(references))
    if missing:
        raise OutOfScope(_("Deze melding is er niet."))
    return tuple(_row(signal) for signal in rows)


def _row(signal: Signal) -> GroundRow:
    return GroundRow(
        reference=signal.reference,
        category=category_of(signal),
        category_label=category_label(category_of(signal)),
        area_id=signal.responsible_area_id,
        area_name=signal.responsible_area.name,
        received_at=signal.received_at,
        is_locked=is_locked(signal),
        is_flagged=is_flagged(signal),
    )
