# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every deed to an evening begins and ends with: it is held, its screens hear of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.listen.evenings.rules.helpers import advises, may_lead

MayDo = Callable[[Actor, Evening], bool]


def held_evening(reference: str, by: Actor, may: MayDo = may_lead) -> Evening:
    """Return an evening `by` may steer, held in this transaction. OutOfScope for others."""
    found = Evening.objects.select_for_update(of=("self",)).select_related("area", "version")
    found = found.defer("version__definition")
    evening = found.filter(reference=reference).first()
    if evening is None or not may(by, evening):
        raise OutOfScope(_("Deze avond is er niet."))
    return evening


def prepared_evening(reference: str, by: Actor) -> Evening:
    """Return an evening that did not begin, for the advisers of its area.

    Refuses one that began: what residents see then does not change under their hands.
    """
    evening = held_evening(reference, by, advises)
    if evening.state != EveningState.PREPARED:
        raise Refused(_("De avond is begonnen. Het programma ligt nu vast."))
    return evening


def item_of(evening: Evening, item_id: int) -> EveningItem:
    """Return a part of an evening. OutOfScope: a part of another one."""
    item = (
        EveningItem.objects.select_related("question").filter(evening=evening, pk=item_id).first()
    )
    if item is None:
        raise OutOfScope(_("Dit onderdeel is er niet."))
    return item


def tell_screens(evening: Evening) -> None:
    """Let every screen of an evening know that there is something else to show."""
    Evening.objects.filter(pk=evening.pk).update(revision=F("revision") + 1)


def audit_evening(name: str, evening: Evening, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of a deed to an evening."""
    record(
        name,
        by=by,
        at=at,
        subject="evening",
        reference=evening.reference,
        municipality_id=evening.municipality_id,
        **detail,
    )
