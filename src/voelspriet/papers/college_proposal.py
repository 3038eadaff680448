# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A proposal to the college: what is asked, why, what it costs, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices.proposals import ProposalSection
from voelspriet.act.plans.queries.proposals import DecisionRow
from voelspriet.act.plans.rules.amounts import range_words
from voelspriet.act.plans.rules.proposal_content import (
    CostLine,
    ProposalContent,
    hire_words,
    remark_words,
    yearly_words,
)
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.plain_text import set_text
from voelspriet.papers.report_words import DUTCH, dutch
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Block,
    Document,
    Heading,
    Listing,
    Page,
    Panel,
    Paragraph,
    Run,
    Table,
    Words,
    words,
)

CHAPTER, INNER = 2, 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Which version a paper is of, 0 for the draft, and what was decided on it."""

    version: int = 0
    decision: DecisionRow | None = None


def college_proposal(
    *,
    content: ProposalContent,
    standing: Standing,
    municipality: MunicipalityRow,
    language: str,
    on: date,
) -> Document:
    """Return the paper of a proposal, or of one of its versions, as it stood `on` that day."""
    title = _("Collegevoorstel: %(subject)s") % {"subject": content.subject}
    return Document(
        title=title,
        language=language,
        direction="ltr",
        style=style_of(municipality),
        made_on=on,
        page=Page(margin=22.0, numbers_pages=True),
        footer=words(municipality.name, " · ", *dutch(content.subject)),
        blocks=(
            *_head(content, standing, municipality, on),
            *_decided(standing),
            *(block for section in ProposalSection for block in _section(content, section)),
        ),
    )


def _head(
    content: ProposalContent, standing: Standing, municipality: MunicipalityRow, on: date
) -> list[Block]:
    name = Run(municipality.name, is_bold=True, language=DUTCH)
    college = _("Voorstel aan het college van burgemeester en wethouders")
    meets_on = date_format(content.meets_on, "j F Y") if content.meets_on else _("nog niet bekend")
    lines = [_("Vergadering: %(day)s") % {"day": meets_on}, _version_words(standing, on)]
    facts = [words(line) for line in lines]
    if content.plan_title:
        facts.append((*words(_("Hoort bij: ")), *dutch(content.plan_title)))
    return [
        Paragraph(words(name, "\n", college), "small"),
        Heading(1, dutch(content.subject)),
        Listing(tuple(facts)),
    ]


def _version_words(standing: Standing, on: date) -> str:
    if standing.version:
        return _("Versie %(number)s") % {"number": standing.version}
    return _("Concept van %(day)s") % {"day": date_format(on, "j F Y")}


def _decided(standing: Standing) -> list[Block]:
    decision = standing.decision
    if decision is None:
        return []
    day = date_format(decision.decided_on, "j F Y")
    told = f"{decision.outcome_label}, {day}."
    return [
        Heading(CHAPTER, words(_("Besluit van het college"))),
        Panel(
            (
                Paragraph(words(Run(told, is_bold=True))),
                *set_text(decision.words, level=INNER),
            )
        ),
    ]


def _section(content: ProposalContent, section: ProposalSection) -> list[Block]:
    blocks: list[Block] = [Heading(CHAPTER, words(str(section.label)))]
    if content.is_empty(section):
        return [*blocks, Paragraph(words(_("Niet ingevuld.")))]
    blocks += set_text(content.text(section), level=INNER)
    if section == ProposalSection.ALTERNATIVES:
        blocks += _alternatives(content)
    if section == ProposalSection.FINANCE:
        blocks += _costs(content)
    return blocks


def _alternatives(content: ProposalContent) -> list[Block]:
    blocks: list[Block] = []
    for one in content.alternatives:
        blocks += [
            Heading(INNER, dutch(one.title)),
            *set_text(one.text, level=INNER + 1),
            Paragraph(words(Run(yearly_words(one), is_bold=True))),
        ]
    return blocks


def _costs(content: ProposalContent) -> list[Block]:
    if not content.costs:
        return []
    rows = [
        *((dutch(line.label), _sum(line), words(range_words(line.amount)))
          for line in content.costs),
        (words(_("Samen")), words("–"), words(Run(range_words(content.total), is_bold=True))),
    ]  # fmt: skip
    found = [remark_words(line) for line in content.costs if line.remark is not None]
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
