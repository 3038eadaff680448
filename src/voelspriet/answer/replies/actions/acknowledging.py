# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed messages: we have it, and what the law says about a request to enforce."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.answer.replies.actions.giving import Words, write_answer
from voelspriet.answer.replies.choices import AnswerKind, AnswerOrigin
from voelspriet.answer.replies.models import Answer, CallBack
from voelspriet.answer.replies.rules.answers import STAFF_LANGUAGE
from voelspriet.answer.replies.rules.fixed import acknowledgement, enforcement_notice
from voelspriet.ground.people.queries import duo_of
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import AnswerWish
from voelspriet.listen.intake.models import Signal

LOOK_BACK = timedelta(days=2)


def acknowledge(*, signal_id: int, by: Actor, at: datetime) -> bool:
    """Tell a reporter that their words arrived, what happens next and by which day.

    Once for each report, however often it is called; a withdrawn one gets none. Puts somebody who
    wants to be called on the call-back list. Returns whether this call did it.
    """
    signal = _without(AnswerKind.ACKNOWLEDGEMENT, signal_id)
    # the other observations of a bundle form share the acknowledgement of the first
    if signal is None or signal.told_with_id is not None:
        return False
    _acknowledge(signal_id=signal_id, by=by, at=at)
    return True


@action
def _acknowledge(*, signal_id: int, by: Actor, at: datetime) -> None:
    signal = Signal.objects.select_related("municipality").get(pk=signal_id)
    faces = duo_of(area_id=signal.responsible_area_id, on=dutch_day(at))
    names = tuple(face.first_name for face in faces if not face.is_stand_in)[:2]

    def worded_in(language: str) -> str:
        return acknowledgement(
            language=language,
            wish=signal.answer_wish,
            due_on=signal.first_answer_due_on,
            names=names,
            municipality=signal.municipality.name,
        )

    words = Words(
        text=worded_in(STAFF_LANGUAGE),
        kind=AnswerKind.ACKNOWLEDGEMENT,
        origin=AnswerOrigin.TEMPLATE,
        fixed=worded_in(signal.language),
    )
    write_answer(signal=signal, words=words, by=by, at=at)
    if signal.answer_wish == AnswerWish.CALL:
        CallBack.objects.get_or_create(
            signal=signal, defaults={"due_on": signal.first_answer_due_on}
        )
    record(
        "answer.acknowledged",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
    )


def acknowledge_missing(*, by: Actor, at: datetime) -> int:
    """Acknowledge what a lost wake-up left without; return how many.

    Looks two days back: what is older was acknowledged, or came in with an old archive.
    """
    missing = (
        Signal.objects.filter(
            received_at__gte=at - LOOK_BACK, withdrawn_at__isnull=True, told_with__isnull=True
        )
        .exclude(answers__kind=AnswerKind.ACKNOWLEDGEMENT)
        .order_by("received_at")
        .values_list("pk", flat=True)[:200]
    )
    return sum(acknowledge(signal_id=pk, by=by, at=at) for pk in list(missing))


def notify_enforcement(*, signal_id: int, by: Actor, at: datetime) -> bool:
    """Tell somebody that a request to enforce cannot be anonymous; once for each report.

    Returns whether this call did it.
    """
    if _without(AnswerKind.NOTICE, signal_id) is None:
        return False
    _notify_enforcement(signal_id=signal_id, by=by, at=at)
    return True


@action
def _notify_enforcement(*, signal_id: int, by: Actor, at: datetime) -> None:
    signal = Signal.objects.select_related("municipality").get(pk=signal_id)
    words = Words(
        text=enforcement_notice(language=STAFF_LANGUAGE),
        kind=AnswerKind.NOTICE,
        origin=AnswerOrigin.TEMPLATE,
        fixed=enforcement_notice(language=signal.language),
    )
    write_answer(signal=signal, words=words, by=by, at=at)
    record(
        "answer.enforcement_notice",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
    )


def _without(kind: AnswerKind, signal_id: int) -> Signal | None:
    if Answer.objects.filter(signal_id=signal_id, kind=kind).exists():
        return None
    return Signal.objects.filter(pk=signal_id, withdrawn_at__isnull=True).first()
