# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking whether somebody new in a duo may read what was told in confidence."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.choices import Openness
from voelspriet.listen.intake.models import Introduction, Signal
from voelspriet.listen.intake.queries.codes import signal_id_of, signals_of_receipt


def ask_before_reading(area_ids: frozenset[int], user_ids: frozenset[int], at: datetime) -> None:
    """Ask every reporter with an open confidential matter in these areas, once for each person.

    Within the action that changes the duo. Until a yes the newcomer does not see the matter.
    """
    found = Signal.objects.filter(
        responsible_area_id__in=sorted(area_ids),
        openness=Openness.CONFIDENTIAL,
        withdrawn_at__isnull=True,
        received_at__lte=at,
    )
    # also what is closed: a reporter may write again, and it was told to others by name
    Introduction.objects.bulk_create(
        [
            Introduction(signal_id=signal_id, user_id=user_id, asked_at=at)
            for signal_id in found.order_by("id").values_list("id", flat=True)
            for user_id in sorted(user_ids)
        ],
        ignore_conflicts=True,
    )


@action
def answer_introduction(*, code: str, user_id: int, granted: bool, by: Actor, at: datetime) -> None:
    """Keep the reporter's yes or no to somebody new reading along, for all of one receipt.

    A no can become a yes later and the other way round. Refuses when nothing was asked.
    """
    signal_id = signal_id_of(code=code)
    if signal_id is None:
        raise OutOfScope(_("Deze code kennen wij niet."))
    ids = signals_of_receipt(signal_id=signal_id)
    asked = Introduction.objects.filter(
        signal_id__in=ids, signal__withdrawn_at__isnull=True, user_id=user_id
    )
    if not asked.update(granted=granted, answered_at=at):
        raise Refused(_("Er staat geen vraag meer open."))
    reference = Signal.objects.values_list("reference", flat=True).get(pk=signal_id)
    record(
        "introduction.answer",
        by=by,
        at=at,
        subject="signal",
        reference=reference,
        granted=granted,
    )
