# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cycle of a plan, what was decided about it, and its appendices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.act.plans.queries.plan_papers import PrintedAmbition, PrintedPlan
from voelspriet.act.plans.queries.rows import CriterionRow, MomentRow
from voelspriet.papers.plan_document.budget import budget
from voelspriet.papers.plan_document.frame import doubts
from voelspriet.papers.plan_document.words import (
    CHAPTER,
    chapter,
    table,
    told,
)
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import (
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Words,
    words,
)


def cycle(plan: PrintedPlan) -> list[Block]:
    """Return what falls due when, what was decided, and by what residents judge."""
    parts = (_programmes(plan), _moments(plan), _criteria(plan), decisions(plan))
    return chapter(_("De cyclus"), [block for part in parts for block in part])


def _programmes(plan: PrintedPlan) -> list[Block]:
    rows = [
        (
            dutch(one.name),
            words(f"{one.first_year}–{one.last_year}"),
            words(str(one.approved_by.label)),
        )
        for one in plan.cycle.programmes
    ]
    header = (_("Programma"), _("Jaren"), _("Vastgesteld door"))
    return table(_("Actieprogramma's"), header, rows, (3, 1, 1.4))


def _moments(plan: PrintedPlan) -> list[Block]:
    """Return what falls due; what came of it only where something did."""
    moments = plan.cycle.moments
    header = (_("Moment"), _("Soort"), _("Uiterlijk"), _("Uitkomst"))
    wide = len(header) if any(one.outcome for one in moments) else len(header) - 1
    rows = [
        (dutch(one.what), words(one.purpose_label), _due(one), told(one.outcome))[:wide]
        for one in moments
    ]
    return table(_("Wat wanneer gebeurt"), header[:wide], rows, (2.4, 1.8, 1.8, 2)[:wide])


def held(moments: Sequence[MomentRow], *, on: date) -> list[Block]:
    """Return what fell due, when it was held, and what came of it."""
    rows = [
        (dutch(one.what), words(_day(one.due_on)), words(_held(one, on)), told(one.outcome))
        for one in moments
    ]
    header = (_("Moment"), _("Uiterlijk"), _("Gehouden"), _("Uitkomst"))
    return table(_("Momenten in de cyclus"), header, rows, (2.1, 1.7, 1.7, 2.1))


def _held(one: MomentRow, on: date) -> str:
    if one.held_on is not None:
        return _day(one.held_on)
    return _("nog niet") if one.due_on > on else _("niet vastgelegd")


def _due(one: MomentRow) -> Words:
    said = dutch(f"\n({one.day_words})") if one.day_words and not one.day_words.isdigit() else ()
    return (*words(_day(one.due_on)), *said)


def _criteria(plan: PrintedPlan) -> list[Block]:
    header = (_("Criterium"), _("Vastgelegd door"), _("Wat eruit kwam"))
    rows = [_criterion(one) for one in plan.cycle.criteria]
    return table(_("Criteria die bewoners vooraf stelden"), header, rows, (3, 1.6, 2))


def _criterion(one: CriterionRow) -> tuple[Words, ...]:
    set_by = (*dutch(one.set_by), *words(f", {_day(one.set_on)}"))
    return dutch(one.text), set_by, told(one.finding)


def decisions(plan: PrintedPlan) -> list[Block]:
    """Return what college and council decided about the plan."""
    rows = [
        (
            (*words(one.body_label), *words(f", {_day(one.decided_on)}")),
            (*dutch(one.what), *(dutch(f"\n{one.document}") if one.document else ())),
            told(one.amendment),
        )
        for one in plan.cycle.decisions
    ]
    header = (_("Wie en wanneer"), _("Besluit"), _("Gewijzigd"))
    return table(_("Besluiten over het plan"), header, rows, (1.6, 2.6, 2))


def appendices(plan: PrintedPlan) -> list[Block]:
    """Return what ambitions lack, and what the source left open, each when there is any."""
    every = (
        (_("wat de toetsing vraagt"), lacks(plan) if plan.ambitions else []),
        (_("begroting"), budget(plan.budget)),
        (_("onzeker in de bron"), doubts(plan)),
    )
    found = [(title, inside) for title, inside in every if inside]
    blocks: list[Block] = [PageBreak()] if found else []
    for letter, (title, inside) in zip("ABCDE", found, strict=False):
        name = _("Bijlage %(letter)s: %(title)s") % {"letter": letter, "title": title}
        blocks += [Heading(CHAPTER, words(name)), *inside]
    return blocks


def lacks(plan: PrintedPlan) -> list[Block]:
    """Return how many ambitions can be tested, and what the others lack."""
    every = [one for theme in plan.themes for one in theme.ambitions]
    whole = sum(one.is_measurable for one in every)
    told_whole = ngettext(
        "Van de %(every)s ambities bij de thema's is er %(whole)s te toetsen zoals die er staat.",
        "Van de %(every)s ambities bij de thema's zijn er %(whole)s te toetsen zoals zij er staan.",
        whole,
    ) % {"every": len(every), "whole": whole}
    rows = [
        (
            (Run(f"{one.key}\n"), *dutch(one.statement)),
            _lines(one),
        )
        for one in plan.ambitions
        if one.lacks or one.remarks
    ]
    header = (_("Ambitie"), _("Wat ontbreekt of aandacht vraagt"))
    return [
        Paragraph(words(told_whole)),
        *table(_("Wat ambities nog vragen"), header, rows, (1.6, 2.6)),
    ]


def _lines(one: PrintedAmbition) -> Words:
    parts: list[Run] = []
    for lack in one.lacks:
        parts += words("\n" if parts else "", Run(f"{lack.what.label}: ", is_bold=True), lack.why)
    for remark in one.remarks:
        parts += words("\n" if parts else "", remark.text)
    return tuple(parts)


def _day(day: date) -> str:
    return date_format(day, "j F Y")
