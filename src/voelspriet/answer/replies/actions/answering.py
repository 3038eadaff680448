# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering: one person, everyone in a bundle, everyone behind an agreement."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.replies.actions.finding import own_signal, worded
from voelspriet.answer.replies.actions.giving import Words, write_answer
from voelspriet.answer.replies.choices import AnswerKind, AnswerOrigin
from voelspriet.answer.replies.models import Answer, AnswerTemplate
from voelspriet.answer.replies.queries.rows import AnswerRow, answer_row
from voelspriet.answer.replies.rules.answers import origin_of, plain
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.actions import settle_signals
from voelspriet.listen.intake.choices import Permission, SignalStatus
from voelspriet.listen.intake.models import Bundle, Signal

SAME_AGAIN = timedelta(minutes=10)
WRITTEN_KINDS = (AnswerKind.INTERIM, AnswerKind.FINAL)
NOT_TOGETHER = (Permission.LOCKED, Permission.REFUSED)


@action
def answer_signal(
    *,
    reference: str,
    text: str,
    kind: str,
    template_id: int | None = None,
    done: bool = False,
    by: Actor,
    at: datetime,
) -> AnswerRow:
    """Answer one reporter.

    It stands on the receipt page at once, or when its translation is there; only then it pays
    what is owed and goes to the mail. A template nobody changed is sent but is no answer and pays
    nothing: the row says so. The same words sent again within ten minutes are sent once. `done`
    says with a final answer that it is done, so that it closes the report once it is given.

    Refused for empty or too long text and for a withdrawn report; OutOfScope for anyone but the
    duo.
    """
    signal = own_signal(reference=reference, by=by)
    if signal.withdrawn_at is not None:
        raise Refused(_("Deze melding is ingetrokken. U kunt niet meer antwoorden."))
    if kind not in WRITTEN_KINDS:
        raise Refused(_("Kies of dit een tussenbericht is of het antwoord."), field="kind")
    words = _words(signal.municipality_id, worded(text), AnswerKind(kind))
    repeated = _just_written(signal, words.text, by=by, at=at)
    if done and not repeated:
        _settle([signal], words, by=by, at=at)
    answer = repeated or write_answer(signal=signal, words=words, by=by, at=at)
    record(
        "answer.repeated" if repeated else "answer.written",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        kind=kind,
        origin=words.origin,
        translation=answer.translation_state,
        template=template_id,
    )
    return answer_row(answer, signal_reference=signal.reference)


@action
def answer_bundle(
    *, reference: str, text: str, kind: str, done: bool = False, by: Actor, at: datetime
) -> tuple[AnswerRow, ...]:
    """Answer everyone in a bundle with the same words, each in their own language.

    Skips who withdrew and who already has their final answer. `done` as in `answer_signal`, for
    each of them. Refused as `answer_signal`; OutOfScope for anyone but the duo of the bundle.
    """
    bundle = Bundle.objects.filter(reference=reference).first()
    if (
        bundle is None
        or bundle.municipality_id != by.municipality_id
        or not by.advises(bundle.responsible_area_id)
    ):
        raise OutOfScope(_("Deze bundel is er niet."))
    if kind not in WRITTEN_KINDS:
        raise Refused(_("Kies of dit een tussenbericht is of het antwoord."), field="kind")
    words = _words(bundle.municipality_id, worded(text), AnswerKind(kind))
    waiting = (
        bundle.signals.select_related("municipality", "told_with")
        .filter(withdrawn_at__isnull=True)
        .exclude(status=SignalStatus.ANSWERED)
        .order_by("pk")
    )
    if done:
        _settle(waiting, words, by=by, at=at)
    rows = _answer_each(waiting, words, by=by, at=at)
    record("bundle.answered", by=by, at=at, subject="bundle", reference=reference, count=len(rows))
    return rows


@action
def answer_agreement(
    *, reference: str, text: str, by: Actor, at: datetime
) -> tuple[AnswerRow, ...]:
    """Give everyone behind an agreement that ended its result, each in their own language.

    Whoever got it before is skipped, so pressing twice answers once. Those who said "ask me
    first" and did not say yes are left to their adviser. When the agreement was done, so are
    their reports, except what another agreement or organisation still works on.

    Refused while the agreement is open or the text is empty; OutOfScope for anyone but the duo of
    its area and the organisation that promised it.
    """
    agreement = Agreement.objects.filter(reference=reference).first()
    if agreement is None or not _answers_for(by, agreement):
        raise OutOfScope(_("Deze afspraak is er niet."))
    if agreement.state == AgreementState.OPEN:
        raise Refused(_("Deze afspraak loopt nog. Rond hem eerst af."))
    words = _words(agreement.municipality_id, worded(text), AnswerKind.FINAL, agreement.pk)
    waiting = (
        agreement.signals.select_related("municipality", "told_with")
        .filter(withdrawn_at__isnull=True)
        .exclude(permission__in=NOT_TOGETHER)
        .exclude(answers__agreement=agreement)
        .order_by("pk")
    )
    if agreement.state == AgreementState.DONE:
        over = waiting.exclude(agreements__state=AgreementState.OPEN)
        _settle(over, words, by=by, at=at)
    rows = _answer_each(waiting, words, by=by, at=at)
    record(
        "agreement.answered",
        by=by,
        at=at,
        subject="agreement",
        reference=reference,
        count=len(rows),
    )
    return rows


def _settle(signals: Iterable[Signal], words: Words, *, by: Actor, at: datetime) -> None:
    """Say of signals that they are done, with an answer that is one: then it closes them."""
    references = [signal.reference for signal in signals]
    if references and words.kind == AnswerKind.FINAL and words.origin == AnswerOrigin.PERSON:
        settle_signals(references=references, done=True, by=by, at=at)


def _answers_for(by: Actor, agreement: Agreement) -> bool:
    if agreement.municipality_id != by.municipality_id:
        return False
    is_handler = by.has(Role.HANDLER) and agreement.organisation_id in by.organisation_ids
    return is_handler or by.advises(agreement.area_id)


def _answer_each(
    signals: Iterable[Signal], words: Words, *, by: Actor, at: datetime
) -> tuple[AnswerRow, ...]:
    return tuple(_answer_one(signal=signal, words=words, by=by, at=at) for signal in list(signals))


@action
def _answer_one(*, signal: Signal, words: Words, by: Actor, at: datetime) -> AnswerRow:
    answer = write_answer(signal=signal, words=words, by=by, at=at)
    record(
        "answer.written",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        kind=words.kind,
        origin=words.origin,
        translation=answer.translation_state,
    )
    return answer_row(answer, signal_reference=signal.reference)


def _words(
    municipality_id: int, text: str, kind: AnswerKind, agreement_id: int | None = None
) -> Words:
    templates = AnswerTemplate.objects.filter(municipality_id=municipality_id)
    origin = origin_of(text, templates.values_list("text", flat=True))
    return Words(text=text, kind=kind, origin=origin, agreement_id=agreement_id)


def _just_written(signal: Signal, text: str, *, by: Actor, at: datetime) -> Answer | None:
    recent = signal.answers.filter(by_id=by.user_id, at__gt=at - SAME_AGAIN).order_by("-at")
    return next((answer for answer in recent if plain(answer.text) == plain(text)), None)
