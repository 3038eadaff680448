# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming into the room with a phone: a code or the link in the QR, no account, no name."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.listen.evenings.actions.holding import audit_evening
from voelspriet.listen.evenings.choices import EveningState, VoiceChannel
from voelspriet.listen.evenings.models import Evening, FailedJoin, Voice
from voelspriet.listen.evenings.rules.joining import (
    KEPT_FOR,
    PhoneToken,
    clean_code,
    is_proof,
    must_wait,
    new_phone_token,
    read_phone_token,
    source_of,
    window_of,
)


def come_in(
    *,
    typed: str,
    proof: str,
    address: str,
    by: Actor,
    at: datetime,
    cookie: str = "",
) -> PhoneToken:
    """Return the token of a phone in the room its code opens; the same phone keeps its token.

    Raises Refused with one sentence for every wrong code. Wrong ones are counted per address and
    for all together; who typed too many waits ten minutes, while the link in the QR always works.
    """
    code = clean_code(typed)
    wrong = Refused(
        _("Deze code opent geen avond. Kijk op het grote scherm welke zes cijfers er staan."),
        field="digits",
    )
    evening = (
        Evening.objects.only("reference").filter(state=EveningState.OPEN, join_code=code).first()
    )
    proven = evening is not None and is_proof(proof, code, evening.reference)
    if not proven and _has_to_wait(address, at):
        raise Refused(
            _("Er zijn te veel verkeerde codes ingevuld. Scan de code op het grote scherm, of"
              " wacht tien minuten."),
            field="digits",
        )  # fmt: skip
    if evening is None:
        _count_wrong(address, at)
        raise wrong
    token = read_phone_token(cookie)
    if token is not None and Voice.objects.filter(token_hash=token.hash, evening=evening).exists():
        return token
    return join_evening(reference=evening.reference, by=by, at=at)


@action
def join_evening(*, reference: str, by: Actor, at: datetime) -> PhoneToken:
    """Give one phone a voice of its own in a room; nothing is kept but the hash of its token.

    Refuses an evening that is not under way.
    """
    evening = (
        Evening.objects.only("reference", "municipality_id")
        .filter(reference=reference, state=EveningState.OPEN)
        .first()
    )
    if evening is None:
        raise Refused(_("Deze avond is voorbij."))
    token = new_phone_token(reference)
    Voice.objects.create(
        evening=evening,
        channel=VoiceChannel.PHONE,
        token_hash=token.hash,
    )
    audit_evening("evening.join", evening, by, at)
    return token


def _has_to_wait(address: str, at: datetime) -> bool:
    window = window_of(at)
    found = FailedJoin.objects.filter(window=window)
    mine = found.filter(source=source_of(address, window)).first()
    if mine is None:
        return False
    every = found.aggregate(every=Sum("count"))["every"] or 0
    return must_wait(mine.count, every)


def _count_wrong(address: str, at: datetime) -> None:
    window = window_of(at)
    source = source_of(address, window)
    with housekeeping("evenings.count_wrong_code"):
        same = FailedJoin.objects.filter(window=window, source=source)
        if same.update(count=F("count") + 1):
            return
        FailedJoin.objects.filter(window__lt=window - KEPT_FOR).delete()
        try:
            with transaction.atomic():
                FailedJoin.objects.create(window=window, source=source)
        except IntegrityError:  # another request was the first of these ten minutes
            same.update(count=F("count") + 1)
