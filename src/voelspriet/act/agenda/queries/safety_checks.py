# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading safety checks: those of an area, and one with its answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices.safety_checks import (
    FACTORS,
    AdviceReply,
    PlanSector,
    SafetyAnswerKind,
    SafetyQuestion,
)
from voelspriet.act.agenda.models import SafetyCheck
from voelspriet.act.agenda.rules.safety_checks import replies_to, visible_checks
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class SafetyCheckRow:
    """A check in a list; `points` counts what was answered with no or unknown."""

    reference: str
    plan: str
    sector_label: str
    area_name: str
    department: str
    points: int
    reply: str
    reply_label: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with its answer and the factors it is about."""

    question: str
    answer: str
    answer_label: str
    words: str
    factors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SafetyCheckDetail:
    """One check; who reads along finds nothing to press."""

    check: SafetyCheckRow
    answers: tuple[AnswerRow, ...]
    advice: str
    made_by_name: str
    reply_words: str
    replied_at: datetime | None
    may_reply: bool


def safety_checks(
    *, by: Actor, area_id: int | None = None, cursor: str = ""
) -> Page[SafetyCheckRow]:
    """Return the checks `by` may see, newest first; of one area if asked."""
    found = visible_checks(by)
    if area_id is not None:
        found = found.filter(area_id=area_id)
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__lt=after[0])
    weak = Q(answers__answer__in=(SafetyAnswerKind.NO, SafetyAnswerKind.UNKNOWN))
    rows = list(
        found.select_related("area", "department")
        .annotate(points=Count("answers", filter=weak))
        .order_by("-pk")[: PAGE_SIZE + 1]
    )
    return page_of(rows, PAGE_SIZE, _row, lambda one: write_cursor(one.pk))


def safety_check_detail(*, reference: str, by: Actor) -> SafetyCheckDetail:
    """Return one check `by` may see. Raises OutOfScope for any other."""
    found = visible_checks(by).select_related("area", "department").filter(reference=reference)
    one = found.first()
    if one is None:
        raise OutOfScope(_("Deze toets is er niet."))
    given = {answer.question: answer for answer in one.answers.all()}
    answers = tuple(
        AnswerRow(
            question=str(question.label),
            answer=given[question].answer,
            answer_label=str(SafetyAnswerKind(given[question].answer).label),
            words=given[question].words,
            factors=FACTORS[question],
        )
        for question in SafetyQuestion
        if question in given
    )
    return SafetyCheckDetail(
        check=_row(one),
        answers=answers,
        advice=one.advice,
        made_by_name=one.made_by_name,
        reply_words=one.reply_words,
        replied_at=one.replied_at,
        may_reply=one.replied_at is None and replies_to(by, one),
    )


def _row(one: SafetyCheck) -> SafetyCheckRow:
    return SafetyCheckRow(
        reference=one.reference,
        plan=one.plan,
        sector_label=str(PlanSector(one.sector).label),
        area_name=one.area.name,
        department=one.department.name,
        points=getattr(one, "points", 0),
        reply=one.reply,
        reply_label=str(AdviceReply(one.reply).label) if one.reply else "",
        made_at=one.made_at,
    )
