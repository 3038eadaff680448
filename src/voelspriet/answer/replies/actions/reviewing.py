# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague decides when somebody was not heard twice. "We disagree" is an outcome."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.replies.actions.finding import worded
from voelspriet.answer.replies.actions.giving import Words, write_answer
from voelspriet.answer.replies.choices import AnswerKind, ReviewOutcome
from voelspriet.answer.replies.rules.access import reviewable
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.actions import open_debt
from voelspriet.listen.intake.choices import DebtReason

DECISIONS = (ReviewOutcome.NEW_ANSWER, ReviewOutcome.DISAGREE)


@action
def decide_review(*, reference: str, outcome: str, reason: str, by: Actor, at: datetime) -> None:
    """Decide about the report `reference`: the duo owes a new answer, or we disagree.

    The reporter reads the reason on the receipt page in their own language, signed by the
    colleague. A new answer reopens the matter with the duo; disagreeing ends it.

    Refused without outcome or reason and when it was decided before; OutOfScope for the duo and
    for whoever answered in this matter.
    """
    review = (
        reviewable(by)
        .select_related("signal__municipality", "signal__told_with")
        .filter(signal__reference=reference)
        .first()
    )
    if review is None:
        raise OutOfScope(_("Deze herbeoordeling is er niet."))
    if review.outcome != ReviewOutcome.OPEN:
        raise Refused(_("Een collega heeft dit al besloten."))
    if outcome not in DECISIONS:
        raise Refused(_("Kies wat u besluit."), field="outcome")
    words = worded(reason, field="reason")
    review.outcome, review.reason = outcome, words
    review.by_id, review.by_name, review.decided_at = by.user_id, by.name, at
    review.save(update_fields=["outcome", "reason", "by_id", "by_name", "decided_at"])
    write_answer(
        signal=review.signal, words=Words(text=words, kind=AnswerKind.REVIEW), by=by, at=at
    )
    if outcome == ReviewOutcome.NEW_ANSWER:
        open_debt(signal_id=review.signal_id, reason=DebtReason.REOPENED, by=by, at=at)
    record("review.decided", by=by, at=at, subject="signal", reference=reference, outcome=outcome)
