# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The evaluation of a plan: what can honestly be said of each ambition, and what residents asked.

Before the last day of the plan it is an interim one, after it the final one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import CourseState
from voelspriet.act.plans.queries.plan_papers import PrintedAmbition, PrintedPlan
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.plan_document.actions import actions, internal_notice
from voelspriet.papers.plan_document.closing import held
from voelspriet.papers.plan_document.words import CHAPTER, chapter, paper, table, told
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import (
    Block,
    Contents,
    Document,
    Heading,
    Listing,
    Paragraph,
    Run,
    Words,
    words,
)


def plan_evaluation(
    *, plan: PrintedPlan, municipality: MunicipalityRow, language: str, on: date
) -> Document:
    """Return the evaluation of a plan as it stood `on` that day."""
    row = plan.frame.plan
    is_final = on.year > row.last_year
    kind = _("Eindevaluatie") if is_final else _("Tussenevaluatie")
    title = _("%(kind)s: %(title)s") % {"kind": kind, "title": row.title}
    period = f"{row.first_year}–{row.last_year}"
    standing = _("Stand op %(day)s") % {"day": date_format(on, "j F Y")}
    return paper(
        (*words(f"{kind}: "), *dutch(row.title)),
        (
            Paragraph(words(period, "\n", standing), "lead"),
            *internal_notice(plan),
            Contents(_("Inhoud")),
            *_at_a_glance(plan),
            *_ambitions(plan),
            *_criteria(plan),
            *chapter(_("De cyclus"), held(plan.cycle.moments, on=on)),
            *_limits(),
        ),
        title=title,
        municipality=municipality,
        language=language,
        on=on,
    )


def _at_a_glance(plan: PrintedPlan) -> list[Block]:
    parts = [(theme.label, theme.ambitions) for theme in plan.themes]
    if plan.overall:
        parts.insert(0, (_("Het hele plan"), plan.overall))
    rows = [(dutch(label), *_counts(ambitions)) for label, ambitions in parts]
    if len(parts) > 1:
        rows.append((words(_("Samen")), *_counts(plan.ambitions, is_total=True)))
    header = (_("Thema"), *(str(state.label) for state in CourseState), _("Niet toetsbaar"))
    return chapter(
        _("In één blik"),
        table(_("Waar ambities staan"), header, rows, (3, 1, 1.2, 1.2, 1.2)),
    )


def _counts(ambitions: Sequence[PrintedAmbition], *, is_total: bool = False) -> tuple[Words, ...]:
    whole = [one.course.state for one in ambitions if one.is_measurable]
    counts = [*(whole.count(state) for state in CourseState), len(ambitions) - len(whole)]
    return tuple(words(Run(str(number), is_bold=is_total)) for number in counts)


def _ambitions(plan: PrintedPlan) -> list[Block]:
    blocks = chapter(_("Het hele plan"), _rows(_("De ambitie van het hele plan"), plan.overall))
    for theme in plan.themes:
        caption = _("Ambities bij thema %(number)s") % {"number": theme.number}
        title = (*words(_("Thema %(number)s: ") % {"number": theme.number}), *dutch(theme.label))
        inside = _rows(caption, theme.ambitions)
        if inside:
            blocks += [Heading(CHAPTER, title), *inside]
    return blocks


def _rows(caption: str, ambitions: Sequence[PrintedAmbition]) -> list[Block]:
    header = (_("Ambitie"), _("Doel en termijn"), _("Gemeten"), _("Wat er te zeggen is"))
    rows = [
        (
            (Run(f"{one.key}\n"), *dutch(one.statement)),
            (*words(one.target or "–"), *(dutch(f"\n{one.deadline}") if one.deadline else ())),
            told("\n".join(one.waves)),
            _said(one),
        )
        for one in ambitions
    ]
    told_rows = table(caption, header, rows, (2.4, 2.0, 2.0, 3.0))
    return [*told_rows, *actions(ambitions, tells_kept=True)]


def _said(one: PrintedAmbition) -> Words:
    reasons = list(one.course.reasons)
    if not one.is_measurable:
        missing = ", ".join(str(lack.what.label).lower() for lack in one.lacks)
        reasons = [_("Ontbreekt: %(what)s.") % {"what": missing}]
    lines = "".join(f"\n{reason}" for reason in reasons)
    return words(Run(one.course_label, is_bold=True), lines)


def _criteria(plan: PrintedPlan) -> list[Block]:
    rows = [
        (
            dutch(one.text),
            (*dutch(one.set_by), *words(f", {date_format(one.set_on, 'j F Y')}")),
            dutch(one.finding) if one.finding else words(_("nog niets over gemeld")),
        )
        for one in plan.cycle.criteria
    ]
    header = (_("Criterium"), _("Vastgelegd door"), _("Wat eruit kwam"))
    inside = table(_("Criteria die bewoners vooraf stelden"), header, rows, (2.6, 1.8, 2.4))
    none = _("Bewoners stelden vooraf geen criteria. Achteraf kan dat niet meer.")
    return chapter(_("Waar bewoners op letten"), inside or [Paragraph(words(none))])


def _limits() -> list[Block]:
    return [
        Heading(CHAPTER, words(_("Wat deze evaluatie niet kan zeggen"))),
        Listing(
            (
                words(_("Of iets door het plan komt. Een cijfer kan ook om een andere reden "
                        "veranderen.")),
                words(_("Meer dan de metingen laten zien. Niet te zeggen betekent niet dat het "
                        "slecht gaat, en ook niet dat het goed gaat.")),
                words(_("Iets over ambities die niet te toetsen zijn. Wat daarvoor ontbreekt, "
                        "staat erbij.")),
            )
        ),
    ]  # fmt: skip
