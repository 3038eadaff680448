# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of the demo as a paper, frozen twice, with what colleagues said about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import translation

from voelspriet.act.plans.queries.plan_papers import printed_plan
from voelspriet.doors.commands.demo_town import words_plans as words
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.areas.queries import municipality_by_id
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.plan_document import plan_document
from voelspriet.papers.versions.actions import (
    comment_on_paper,
    freeze_paper,
    settle_paper_comment,
)
from voelspriet.papers.versions.queries import paper_version
from voelspriet.papers.writers.document import Document

LANGUAGE = "nl"


def freeze_with_question(reference: str, staff: Staff, *, at: datetime) -> None:
    """Freeze the document of the plan for the first time; the director asks what it costs."""
    _freeze(reference, words.FROZEN_TO_READ, staff, at)
    _comment(reference, 1, words.SAID_FIRST, staff, at)


def freeze_with_answer(reference: str, staff: Staff, *, at: datetime) -> None:
    """Answer the question, freeze the document again; the director has one more."""
    by = staff.others[Role.POLICY_ADVISER]
    _freeze(reference, words.FROZEN_FOR_COLLEGE, staff, at)
    of: dict[str, Any] = {"kind": PaperKind.PLAN, "about": reference, "number": 1}
    asked = paper_version(by=by, **of).comments[0]
    settle_paper_comment(comment_id=asked.id, answer=words.ANSWERED, by=by, at=at, **of)
    _comment(reference, 2, words.SAID_LAST, staff, at)


def _freeze(reference: str, why: str, staff: Staff, at: datetime) -> None:
    by = staff.others[Role.POLICY_ADVISER]
    with translation.override(LANGUAGE):
        freeze_paper(
            document=_document(reference, staff, at),
            kind=PaperKind.PLAN,
            plan=reference,
            about=reference,
            why=why,
            by=by,
            at=at,
        )


def _document(reference: str, staff: Staff, at: datetime) -> Document:
    by = staff.others[Role.POLICY_ADVISER]
    town = municipality_by_id(municipality_id=by.municipality_id or 0)
    assert town is not None  # noqa: S101  the demo has made it
    on = dutch_day(at)
    plan = printed_plan(reference=reference, by=by, on=on)
    return plan_document(plan=plan, municipality=town, language=LANGUAGE, on=on)


def _comment(
    reference: str, number: int, said: tuple[str, str], staff: Staff, at: datetime
) -> None:
    heading, text = said
    comment_on_paper(
        kind=PaperKind.PLAN,
        about=reference,
        number=number,
        heading=heading,
        text=text,
        by=staff.others[Role.DIRECTOR],
        at=at,
    )
