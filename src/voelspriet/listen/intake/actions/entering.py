# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague enters what they heard: on the phone, at a door, on a walk, in a forwarded mail."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.actions.receive import receive_signal
from voelspriet.listen.intake.choices import AnswerWish, Channel, Openness
from voelspriet.listen.intake.told import ContactTold, PlaceTold, Receipt, Told, WhenTold

HEARD_BY = (Channel.PHONE, Channel.DOOR, Channel.WALK, Channel.MAIL)
ENTERING_ROLES = (Role.AREA_ADVISER, Role.HANDLER, Role.DIRECTOR, Role.POLICY_ADVISER)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a colleague heard. `submission` is random, of this one form."""

    submission: str
    text: str
    channel: Channel
    language: str = "nl"
    place: PlaceTold = field(default_factory=PlaceTold)
    when: WhenTold = field(default_factory=WhenTold)
    openness: Openness = Openness.ANONYMOUS
    ask_first: bool = False
    answer_wish: AnswerWish = AnswerWish.RECEIPT
    contact: ContactTold | None = None


@action
def enter_signal(*, entry: Entry, by: Actor, at: datetime) -> Receipt:
    """Enter a signal for somebody: the same receipt, clocks and duo as when they told it.

    For advisers, handlers, directors and policy advisers; a repeat gives the same receipt.
    Refuses a channel that is not one a colleague hears by, and what `receive_signal` refuses.
    """
    if not by.is_staff or by.municipality_id is None or not by.has(*ENTERING_ROLES):
        raise OutOfScope(_("U kunt geen meldingen invoeren."))
    if entry.channel not in HEARD_BY:
        raise Refused(_("Kies hoe u dit hoorde."), field="channel")
    told = Told(
        submission=entry.submission,
        text=entry.text,
        language=entry.language,
        place=entry.place,
        when=entry.when,
        openness=entry.openness,
        ask_first=entry.ask_first,
        answer_wish=entry.answer_wish,
        contact=entry.contact,
        channel=entry.channel,
    )
    receipt = receive_signal(municipality_id=by.municipality_id, told=told, by=by, at=at)
    record(
        "signal.enter",
        by=by,
        at=at,
        subject="signal",
        reference=receipt.reference,
        channel=str(entry.channel),
        repeat=receipt.is_repeat,
    )
    return receipt
