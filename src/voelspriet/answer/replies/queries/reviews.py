# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a colleague reads before deciding about a matter somebody was twice not heard in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.answer.replies.choices import AnswerKind, ReviewOutcome
from voelspriet.answer.replies.models import Rating, Review
from voelspriet.answer.replies.queries.entries import Entry, answer_entries, in_order
from voelspriet.answer.replies.rules.access import reviewable
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.intake.rules.status import is_flagged

LAST_ROUND = 2
WRITTEN = (AnswerKind.INTERIM, AnswerKind.FINAL)


@dataclass(frozen=True, slots=True)
class HeardRow:
    """What a reporter said about our answer; Dutch when there is a translation."""

    round: int
    at: datetime
    words: str
    language: str
    original: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A matter to look at again.

    `report` is empty unless the reporter said that this colleague may read it, and stays empty
    when it points at a person: that person was not asked. What the reporter said the first time
    was meant for the duo and needs the same yes.
    """

    reference: str
    area_name: str
    asked_at: datetime
    report: str
    report_language: str
    may_read_report: bool
    points_at_person: bool
    answers: tuple[Entry, ...]
    heard: tuple[HeardRow, ...]


def open_reviews(*, by: Actor) -> tuple[ReviewRow, ...]:
    """Return what waits for this colleague's look, longest first."""
    return tuple(_row(review) for review in _open(by))


def open_review(*, reference: str, by: Actor) -> ReviewRow:
    """Return one matter that waits. Raises OutOfScope."""
    review = _open(by).filter(signal__reference=reference).first()
    if review is None:
        raise OutOfScope(_("Deze herbeoordeling is er niet."))
    return _row(review)


def _open(by: Actor) -> QuerySet[Review]:
    return (
        reviewable(by)
        .filter(outcome=ReviewOutcome.OPEN, signal__withdrawn_at__isnull=True)
        .select_related("signal__responsible_area")
        .prefetch_related("signal__answers", "signal__ratings__translation")
        .order_by("asked_at", "pk")
    )


def _row(review: Review) -> ReviewRow:
    signal = review.signal
    written = [answer for answer in signal.answers.all() if answer.kind in WRITTEN]
    return ReviewRow(
        reference=signal.reference,
        area_name=signal.responsible_area.name,
        asked_at=review.asked_at,
        report=signal.text if review.may_read_report and not is_flagged(signal) else "",
        report_language=signal.language,
        may_read_report=review.may_read_report,
        points_at_person=is_flagged(signal),
        answers=in_order(answer_entries(written)),
        heard=tuple(
            _heard(rating)
            for rating in signal.ratings.all()
            if review.may_read_report or rating.round == LAST_ROUND
        ),
    )


def _heard(rating: Rating) -> HeardRow:
    translation = getattr(rating, "translation", None)
    in_dutch = translation.text if translation else ""
    return HeardRow(
        round=rating.round,
        at=rating.at,
        words=in_dutch or rating.words,
        language="nl" if in_dutch else rating.language,
        original=rating.words if in_dutch else "",
    )
