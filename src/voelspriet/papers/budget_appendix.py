# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan as a paper by itself: every table, what each adds up to, what differs."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.budget_papers import PartsRow, PrintedBudget
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.plan_document import budget as parts
from voelspriet.papers.plan_document.words import chapter, paper, table
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import (
    Block,
    Contents,
    Document,
    Listing,
    Paragraph,
    Run,
    Words,
    words,
)


def budget_appendix(
    *, printed: PrintedBudget, municipality: MunicipalityRow, language: str, on: date
) -> Document:
    """Return the budget of a plan as it stood `on` that day, on sheets that lie."""
    plan = printed.plan
    name = (*words(_("Begroting"), ": "), *dutch(plan.title))
    return paper(
        name,
        (*_head(printed, on), *_body(printed)),
        title="".join(run.text for run in name),
        municipality=municipality,
        language=language,
        on=on,
        is_landscape=True,
    )


def _head(printed: PrintedBudget, on: date) -> list[Block]:
    plan = printed.plan
    standing = _("%(state)s, versie %(version)s, %(day)s") % {
        "state": plan.state_label,
        "version": plan.version,
        "day": date_format(on, "j F Y"),
    }
    about = _(
        "Bedragen zijn in euro. Elk totaal is opgeteld uit de rijen erboven. Waar uren of bedragen "
        "niet vaststaan, staat het laagste tot het hoogste."
    )
    return [
        Paragraph(words(f"{plan.first_year}–{plan.last_year}"), "lead"),
        Paragraph(words(standing)),
        Paragraph(words(about), "small"),
    ]


def _body(printed: PrintedBudget) -> list[Block]:
    page = printed.page
    if page.is_empty:
        return [Paragraph(words(_("Dit plan heeft nog geen begroting.")))]
    return [
        *_verdict(printed),
        Contents(_("Inhoud")),
        *chapter(_("Producten per jaar"), parts.products(page)),
        *chapter(_("Structureel en incidenteel"), _kinds(printed)),
        *chapter(_("Dekking"), _covers(printed)),
        *chapter(_("Hoe het optelt"), _balance(printed)),
        *chapter(_("Inhuur"), parts.hires(page)),
        *chapter(_("Projecten"), _projects(printed)),
        *chapter(_("Controlesommen"), parts.controls(page)),
        *chapter(_("Wat bij het geld te weten is"), parts.remarks(page)),
    ]


def _verdict(printed: PrintedBudget) -> list[Block]:
    """Return first what does not agree, then how many control sums did and did not."""
    page = printed.page
    blocks = parts.wrong(page)
    if not blocks and (page.controls or printed.parts):
        blocks = [Paragraph(words(Run(_("Alles wat is nagerekend, klopt"), is_bold=True), "."))]
    if page.verdicts:
        told = tuple(words(f"{label}: {number}") for label, number in page.verdicts)
        intro = Paragraph(words(_("De controlesommen, naar hun oordeel:")), keeps_next=True)
        blocks += [intro, Listing(told)]
    return blocks


def _kinds(printed: PrintedBudget) -> list[Block]:
    """Return structural and incidental money; together they are the products again."""
    page = printed.page
    if not page.kinds:
        return []
    return parts.years(page, _("Soorten geld per jaar"), page.kinds, printed.balance[0])


def _covers(printed: PrintedBudget) -> list[Block]:
    page = printed.page
    found = parts.years(page, _("Waaruit het betaald wordt"), page.covers, page.cover_totals)
    return found or [Paragraph(words(_("Er is nog geen dekking opgeschreven.")))]


def _balance(printed: PrintedBudget) -> list[Block]:
    """Return the steps; nothing where products are all there is."""
    if len(printed.balance) == 1:
        return []
    return parts.years(printed.page, _("Van producten naar wat over is"), printed.balance, None)


def _projects(printed: PrintedBudget) -> list[Block]:
    return [
        *(block for one in printed.page.projects for block in parts.projects(one)),
        *_parts(printed.parts),
    ]


def _parts(rows: tuple[PartsRow, ...]) -> list[Block]:
    cells: list[tuple[Words, ...]] = [
        (
            dutch(one.label),
            words(str(one.year)),
            words(one.amount),
            words(one.inside),
            words(Run(one.verdict_label, is_bold=one.is_wrong)),
        )
        for one in rows
    ]
    header = (_("Product"), _("Jaar"), _("Begroot"), _("Onderdelen samen"), _("Oordeel"))
    caption = _("Projecten en inhuur naast het product waar zij in zitten")
    return table(caption, header, cells, (2.4, 0.7, 1.4, 1.8, 1.8), (2, 3))
