# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a receipt code to what it opens. Whoever holds the code is the reporter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from voelspriet.lib.references import CODE_DIGITS, clean_receipt_code
from voelspriet.listen.intake.choices import AnswerWish, Openness, Permission
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.codes import code_of_hash, submission_hash
from voelspriet.listen.intake.told import Receipt


def signal_id_of(*, code: str) -> int | None:
    """Return the id of the signal a receipt code opens; None when there is none.

    For a code that `try_code` accepted already: this read counts no failures.
    """
    digits = clean_receipt_code(code)
    if len(digits) != CODE_DIGITS:
        return None
    hashed = settings.KEYRING.receipt_hash(digits)
    return Signal.objects.filter(receipt_hash=hashed).values_list("id", flat=True).first()


def signals_of_receipt(*, signal_id: int) -> tuple[int, ...]:
    """Return every signal that one receipt follows: the one it opens first, then those told along.

    One id, unless it came from a bundle form.
    """
    along = Signal.objects.filter(told_with_id=signal_id).order_by("id")
    return (signal_id, *along.values_list("id", flat=True))


def received_before(submission: str) -> Signal | None:
    """Return the signal of a submission that was received already. For this room only."""
    return Signal.objects.filter(submission=submission_hash(settings.KEYRING, submission)).first()


def receipt_again(signal: Signal, submission: str) -> Receipt:
    """Return the receipt of a received submission, the same as the first time. As above."""
    code = code_of_hash(settings.KEYRING, submission, signal.receipt_hash)
    return Receipt(reference=signal.reference, code=code, is_repeat=True)


def receipt_of(*, submission: str) -> Receipt | None:
    """Return the receipt of a submission that was received already; None when it was not.

    For whoever holds the secret token of the submission: the form that was sent.
    """
    signal = received_before(submission)
    return receipt_again(signal, submission) if signal else None


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What the page with a receipt tells: when to expect an answer, and how it comes."""

    first_answer_due_on: date
    answer_wish: AnswerWish
    openness: Openness
    is_locked: bool
    observations: int


def receipt_facts(*, code: str) -> ReceiptFacts | None:
    """Return the facts of the signal a code opens; None when it opens nothing."""
    signal_id = signal_id_of(code=code)
    if signal_id is None:
        return None
    signal = Signal.objects.get(pk=signal_id)
    return ReceiptFacts(
        first_answer_due_on=signal.first_answer_due_on,
        answer_wish=AnswerWish(signal.answer_wish),
        openness=Openness(signal.openness),
        is_locked=signal.permission == Permission.LOCKED,
        observations=len(signals_of_receipt(signal_id=signal.pk)),
    )
