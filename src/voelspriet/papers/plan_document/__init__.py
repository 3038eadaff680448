# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The document of a safety plan: frame, themes with their ambitions, roles, cycle, appendices."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.plan_papers import PrintedPlan
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.plan_document import closing, frame, themes
from voelspriet.papers.plan_document.actions import internal_notice
from voelspriet.papers.plan_document.words import paper
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import (
    Block,
    Contents,
    Document,
    Paragraph,
    words,
)


def plan_document(
    *, plan: PrintedPlan, municipality: MunicipalityRow, language: str, on: date
) -> Document:
    """Return the document of a plan as it stood `on` that day."""
    row = plan.frame.plan
    return paper(
        dutch(row.title),
        (
            *_head(plan, on),
            *internal_notice(plan),
            Contents(_("Inhoud")),
            *frame.opening(plan),
            *themes.overall(plan),
            *themes.themes(plan),
            *frame.telling(plan),
            *frame.roles(plan),
            *closing.cycle(plan),
            *closing.appendices(plan),
        ),
        title=row.title,
        municipality=municipality,
        language=language,
        on=on,
    )


def _head(plan: PrintedPlan, on: date) -> list[Block]:
    row = plan.frame.plan
    standing = _("%(state)s, versie %(version)s van het plan, %(day)s") % {
        "state": row.state_label,
        "version": row.version,
        "day": date_format(on, "j F Y"),
    }
    blocks: list[Block] = []
    if row.motto:
        blocks.append(Paragraph(dutch(row.motto), "lead"))
    years = f"{row.first_year}–{row.last_year}"
    blocks.append(Paragraph(words(years, "\n", standing)))
    if plan.frame.framework:
        framework = plan.frame.framework
        blocks.append(Paragraph((*words(_("Kader: ")), *dutch(framework)), "small"))
    return blocks
