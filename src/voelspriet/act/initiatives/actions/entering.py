# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague enters an initiative a resident told of: at a door, on the phone, on a walk."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.initiatives.actions.starting import start_initiative
from voelspriet.act.initiatives.told import InitiativeTold
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.actions.entering import ENTERING_ROLES, HEARD_BY
from voelspriet.listen.intake.choices import Channel
from voelspriet.listen.intake.told import Receipt


@action
def enter_initiative(*, told: InitiativeTold, channel: Channel, by: Actor, at: datetime) -> Receipt:
    """Enter an initiative for somebody: the same receipt, duo and promised day as on the website.

    For advisers, handlers, directors and policy advisers; a repeat gives the same receipt.
    Refuses a channel that is not one a colleague hears by, and what `start_initiative` refuses.
    """
    if not by.is_staff or by.municipality_id is None or not by.has(*ENTERING_ROLES):
        raise OutOfScope(_("U kunt geen initiatieven invoeren."))
    if channel not in HEARD_BY:
        raise Refused(_("Kies hoe u dit hoorde."), field="channel")
    receipt = start_initiative(
        municipality_id=by.municipality_id, told=told, channel=channel, by=by, at=at
    )
    record(
        "initiative.enter",
        by=by,
        at=at,
        subject="initiative",
        reference=receipt.reference,
        channel=str(channel),
        repeat=receipt.is_repeat,
    )
    return receipt
