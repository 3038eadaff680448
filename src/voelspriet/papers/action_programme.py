# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An action programme: what a plan does in some of its years, with the money of those years."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.cycle import ProgrammeRow
from voelspriet.act.plans.queries.programme_papers import PrintedProgramme
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.plan_document import closing, frame, themes
from voelspriet.papers.plan_document.actions import internal_notice
from voelspriet.papers.plan_document.budget import budget
from voelspriet.papers.plan_document.words import PART, chapter, dots, paper
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import (
    Block,
    Contents,
    Document,
    Heading,
    Listing,
    Paragraph,
    words,
)


def action_programme(
    *, printed: PrintedProgramme, municipality: MunicipalityRow, language: str, on: date
) -> Document:
    """Return the paper of a programme as it stood `on` that day."""
    plan, name = printed.plan, printed.programme.name
    none = _("Geen ambitie van dit thema heeft een termijn of een meting in deze jaren.")
    return paper(
        dutch(name),
        (
            *_head(printed, on),
            *internal_notice(plan),
            Contents(_("Inhoud")),
            *themes.overall(plan),
            *themes.themes(plan, none=none),
            *chapter(_("Het geld in deze jaren"), _money(printed)),
            *frame.roles(plan),
            *chapter(_("De cyclus in deze jaren"), _cycle(printed, on)),
            *chapter(_("Wat de toetsing vraagt"), _lacks(printed)),
        ),
        title=name,
        municipality=municipality,
        language=language,
        on=on,
    )


def _head(printed: PrintedProgramme, on: date) -> tuple[Block, ...]:
    plan, row = printed.plan.frame.plan, printed.programme
    belongs = f"{plan.title} ({plan.first_year}–{plan.last_year})"
    about = _(
        "Uit het plan staat hier wat in deze jaren een termijn heeft of gemeten wordt. De aanpak "
        "is die van het hele plan: het plan verdeelt haar niet over de jaren."
    )
    return (
        Paragraph(words(_years(row)), "lead"),
        Listing(
            (
                (*words(_("Hoort bij: ")), *dutch(belongs)),
                words(_("Wie het vaststelt: %(who)s") % {"who": row.approved_by.label}),
                words(_("Stand op %(day)s") % {"day": date_format(on, "j F Y")}),
            )
        ),
        Paragraph(words(about)),
    )


def _years(row: ProgrammeRow) -> str:
    one = row.first_year == row.last_year
    return str(row.first_year) if one else f"{row.first_year}–{row.last_year}"


def _money(printed: PrintedProgramme) -> list[Block]:
    found = budget(printed.plan.budget)
    if not found:
        return [Paragraph(words(_("Van deze jaren staat er geen geld in het plan.")))]
    whole = _("Sommen over alle jaren staan in de begroting van het hele plan.")
    return [*found, Paragraph(words(whole), "small")]


def _cycle(printed: PrintedProgramme, on: date) -> list[Block]:
    found = [*closing.held(printed.plan.cycle.moments, on=on), *closing.decisions(printed.plan)]
    return found or [Paragraph(words(_("In deze jaren valt er niets in de cyclus.")))]


def _lacks(printed: PrintedProgramme) -> list[Block]:
    """Return what the ambitions of these years lack, and those that name no year at all."""
    blocks = closing.lacks(printed.plan) if printed.plan.ambitions else []
    if printed.undated:
        told = _("Deze ambities noemen geen jaar, en staan daarom in geen enkel programma:")
        blocks += [
            Heading(PART, words(_("Ambities zonder jaar"))),
            Paragraph(words(told), keeps_next=True),
            *dots([f"{one.key}: {one.statement}" for one in printed.undated]),
        ]
    return blocks
