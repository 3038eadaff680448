# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What frames a plan: looking back, vision, trends, mission, how it is told, who does what."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import PlanLineKind
from voelspriet.act.plans.queries.frames import LineRow, RoleRow
from voelspriet.act.plans.queries.plan_papers import PrintedPlan
from voelspriet.papers.plan_document.words import PART, chapter, dots, table, told, typed
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import Block, Heading, Listing, Run, Words, words


def opening(plan: PrintedPlan) -> list[Block]:
    """Return the chapters before the themes."""
    frame = plan.frame
    trends = frame.lines[PlanLineKind.TREND]
    mission = frame.lines[PlanLineKind.MISSION]
    return [
        *chapter(_("Terugblik"), typed(frame.looking_back)),
        *chapter(_("Visie"), typed(frame.vision)),
        *chapter(_("Trends en ontwikkelingen"), _listed(trends, is_numbered=True)),
        *chapter(_("Onze missie"), _listed(mission)),
    ]


def telling(plan: PrintedPlan) -> list[Block]:
    """Return how the municipality listens and tells, and what else the plan is about."""
    lines = plan.frame.lines
    parts = (
        (_("Communicatielijnen"), lines[PlanLineKind.COMMUNICATION_LINE]),
        (_("Uitgangspunten"), lines[PlanLineKind.COMMUNICATION_PRINCIPLE]),
        (_("Waar wij naar luisteren"), lines[PlanLineKind.LISTENING_SOURCE]),
    )
    inside: list[Block] = []
    for title, rows in parts:
        if rows:
            inside += [Heading(PART, words(title)), *_listed(rows)]
    return [
        *chapter(_("Luisteren en vertellen"), inside),
        *chapter(_("Andere onderwerpen"), _listed(lines[PlanLineKind.TOPIC])),
    ]


def roles(plan: PrintedPlan) -> list[Block]:
    """Return who has which task, and where they meet."""
    found = plan.frame.roles
    header = (_("Wie"), _("Taak"))
    tasks = [(dutch(role.name), dutch(role.task)) for role in found]
    meetings = [row for role in found for row in _meetings(role)]
    return chapter(
        _("Wie doet wat"),
        [
            *table(_("Rollen en taken"), header, tasks, (1, 2.6)),
            *table(
                _("Overleggen"),
                (_("Overleg"), _("Van wie"), _("Wie erbij zijn"), _("Wanneer")),
                meetings,
                (1.5, 1.3, 2.6, 1.2),
            ),
        ],
    )


def doubts(plan: PrintedPlan) -> list[Block]:
    """Return what the source of an imported plan left open."""
    return _listed(plan.frame.lines[PlanLineKind.DOUBT])


def _meetings(role: RoleRow) -> Iterator[tuple[Words, ...]]:
    for one in role.consultations:
        others = ", ".join((*one.members, *one.municipalities))
        yield dutch(one.name), dutch(role.name), told(others), told(one.held_when)


def _listed(rows: tuple[LineRow, ...], *, is_numbered: bool = False) -> list[Block]:
    if not rows:
        return []
    if not any(row.label and (row.text or row.question) for row in rows):
        return dots([row.label or row.text for row in rows])
    return [Listing(tuple(_line(row) for row in rows), is_numbered=is_numbered)]


def _line(row: LineRow) -> Words:
    if not row.label:
        return dutch(" ".join(part for part in (row.question, row.text) if part))
    rest = " ".join(part for part in (row.question, row.text) if part)
    label = Run(row.label, is_bold=True, language="nl", direction="ltr")
    return (label, *words(". " if rest else ""), *(dutch(rest) if rest else ()))
