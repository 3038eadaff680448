# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers of the demo, frozen, with what colleagues said: its plan, and the sheet of an agenda."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from voelspriet.act.agenda.queries.area_agendas import agenda_for_residents
from voelspriet.act.plans.queries.plan_papers import printed_plan
from voelspriet.doors.commands.demo_town import words_agendas as agenda_words
from voelspriet.doors.commands.demo_town import words_plans as words
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.areas.queries import MunicipalityRow, municipality_by_id
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.agenda_sheet import agenda_sheet
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
    _comment(_of_plan(reference, 1), words.SAID_FIRST, staff, at)


def freeze_with_answer(reference: str, staff: Staff, *, at: datetime) -> None:
    """Answer the question, freeze the document again; the director has one more."""
    by = staff.others[Role.POLICY_ADVISER]
    _freeze(reference, words.FROZEN_FOR_COLLEGE, staff, at)
    of = _of_plan(reference, 1)
    asked = paper_version(by=by, **of).comments[0]
    settle_paper_comment(comment_id=asked.id, answer=words.ANSWERED, by=by, at=at, **of)
    _comment(_of_plan(reference, 2), words.SAID_LAST, staff, at)


def freeze_sheet(reference: str, staff: Staff, *, writer: Actor, at: datetime) -> None:
    """Freeze the sheet of an agenda as residents see it; the director asks about it."""
    on = dutch_day(at)
    town = _town(writer)
    with translation.override(LANGUAGE):
        agenda = agenda_for_residents(reference=reference, by=writer, on=on, language=LANGUAGE)
        path = reverse("public:agenda", args=(town.slug, agenda.area_slug))
        document = agenda_sheet(
            agenda=agenda,
            municipality=town,
            address=settings.PUBLIC_URL + path,
            language=LANGUAGE,
            on=on,
        )
        freeze_paper(
            document=document,
            kind=PaperKind.AGENDA_SHEET,
            owner=reference,
            about=reference,
            why=agenda_words.FROZEN,
            by=writer,
            at=at,
        )
    of = {"kind": PaperKind.AGENDA_SHEET, "about": reference, "number": 1}
    _comment(of, ("", agenda_words.SAID), staff, at)


def _of_plan(reference: str, number: int) -> dict[str, Any]:
    """Return how a version of the document of a plan is found."""
    return {"kind": PaperKind.PLAN, "about": reference, "number": number}


def _freeze(reference: str, why: str, staff: Staff, at: datetime) -> None:
    by = staff.others[Role.POLICY_ADVISER]
    with translation.override(LANGUAGE):
        freeze_paper(
            document=_document(reference, staff, at),
            kind=PaperKind.PLAN,
            owner=reference,
            about=reference,
            why=why,
            by=by,
            at=at,
        )


def _document(reference: str, staff: Staff, at: datetime) -> Document:
    by = staff.others[Role.POLICY_ADVISER]
    on = dutch_day(at)
    plan = printed_plan(reference=reference, by=by, on=on)
    return plan_document(plan=plan, municipality=_town(by), language=LANGUAGE, on=on)


def _town(by: Actor) -> MunicipalityRow:
    town = municipality_by_id(municipality_id=by.municipality_id or 0)
    assert town is not None  # noqa: S101  the demo has made it
    return town


def _comment(of: dict[str, Any], said: tuple[str, str], staff: Staff, at: datetime) -> None:
    heading, text = said
    by = staff.others[Role.DIRECTOR]
    comment_on_paper(heading=heading, text=text, by=by, at=at, **of)
