# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the papers of a proposal and of a letter share: which version, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.proposals import DecisionRow
from voelspriet.act.plans.rules.amounts import range_words
from voelspriet.act.plans.rules.proposal_content import (
    CostLine,
    ProposalContent,
    hire_words,
    remark_words,
)
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import Block, Panel, Paragraph, Run, Table, Words, words


@dataclass(frozen=True, slots=True)
class Standing:
    """Which version a paper is of, 0 for the draft, and what was decided on it."""

    version: int = 0
    decision: DecisionRow | None = None


def version_words(standing: Standing, on: date) -> str:
    """Return which version a paper is of, or of which day the draft."""
    if standing.version:
        return _("Versie %(number)s") % {"number": standing.version}
    return _("Concept van %(day)s") % {"day": date_format(on, "j F Y")}


def costs(content: ProposalContent) -> list[Block]:
    """Return what a proposal costs as a table, calculated again; nothing where nothing is."""
    lines = content.shown_costs
    if not lines:
        return []
    rows = [
        *((dutch(line.label), _sum(line), words(range_words(line.amount))) for line in lines),
        (words(_("Samen")), words("–"), words(Run(range_words(content.total), is_bold=True))),
    ]  # fmt: skip
    found = [remark_words(line) for line in lines if line.remark is not None]
    remarks: list[Block] = []
    if found:
        told = Paragraph(words(Run(_("Let op bij de som"), is_bold=True)), keeps_next=True)
        remarks = [Panel((told, *(Paragraph(words(one)) for one in found)))]
    header = (_("Waarvoor"), _("De som en de dekking"), _("Bedrag"))
    return [
        Table(
            caption=_("Wat het kost, opnieuw uitgerekend"),
            header=tuple(words(one) for one in header),
            rows=tuple(rows),
            shares=(2, 3.4, 2.1),
        ),
        *remarks,
    ]


def _sum(line: CostLine) -> Words:
    told = hire_words(line.hire) if line.hire is not None else _("Vast bedrag")
    covered = (*words("\n", _("Dekking: ")), *dutch(line.coverage)) if line.coverage else ()
    return (*words(told), *covered)
