# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists: evenings, questionnaires an evening can be made with, rooms that are open."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, Q, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.evenings.models import Evening
from voelspriet.listen.evenings.queries.rows import EveningRow, evening_row
from voelspriet.listen.surveys.models import QuestionnaireVersion

PAGE_SIZE = 30
READS_ALL = (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)


def visible_evenings(by: Actor) -> QuerySet[Evening]:
    """Return the evenings `by` may see in a list.

    Advisers those of their areas; director, policy adviser and executive those of the
    municipality; nobody else any.
    """
    if not by.is_staff or by.municipality_id is None:
        return Evening.objects.none()
    here = Evening.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    if by.has(Role.AREA_ADVISER):
        return here.filter(area_id__in=sorted(by.area_ids))
    return Evening.objects.none()


def evenings(*, by: Actor, language: str, cursor: str = "") -> Page[EveningRow]:
    """Return evenings `by` may see, the last one first. One query."""
    found = visible_evenings(by).select_related("area")
    after = read_cursor(cursor, datetime.fromisoformat, int)
    if after and after[0].tzinfo is not None:
        moment, key = after
        found = found.filter(Q(starts_at__lt=moment) | Q(starts_at=moment, pk__lt=key))
    rows = list(found.order_by("-starts_at", "-id")[: PAGE_SIZE + 1])
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: evening_row(one, language),
        lambda one: write_cursor(one.starts_at.isoformat(), one.pk),
    )


def evening_of_meeting(*, meeting_reference: str, by: Actor) -> str:
    """Return the reference of the evening made for a planned moment; empty when there is none."""
    found = visible_evenings(by).filter(meeting_reference=meeting_reference).order_by("id")
    return found.values_list("reference", flat=True).first() or ""


def usable_versions(*, by: Actor) -> list[tuple[int, str]]:
    """Return the newest version of every questionnaire to make an evening with, templates first."""
    ours = Q(questionnaire__municipality_id=by.municipality_id)
    every = QuestionnaireVersion.objects.filter(ours | Q(questionnaire__municipality=None))
    newest = every.order_by().values("questionnaire").annotate(last=Max("number"))
    last = {row["questionnaire"]: row["last"] for row in newest}
    found = every.select_related("questionnaire").defer("definition").order_by("id")
    rows = [one for one in found if last[one.questionnaire_id] == one.number]
    rows.sort(key=lambda one: one.questionnaire.municipality_id is not None)
    return [(one.pk, one.questionnaire.name) for one in rows]
