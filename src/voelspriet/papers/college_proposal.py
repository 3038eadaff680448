# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A proposal to the college: what is asked, why, what it costs, and what was decided."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices.proposals import ProposalSection
from voelspriet.act.plans.rules.proposal_content import ProposalContent, yearly_words
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.plain_text import set_text
from voelspriet.papers.proposal_parts import Standing, costs, version_words
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
    words,
)

CHAPTER, INNER = 2, 3


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
            *(block for section in content.sections for block in _section(content, section)),
        ),
    )


def _head(
    content: ProposalContent, standing: Standing, municipality: MunicipalityRow, on: date
) -> list[Block]:
    name = Run(municipality.name, is_bold=True, language=DUTCH)
    college = _("Voorstel aan het college van burgemeester en wethouders")
    meets_on = date_format(content.meets_on, "j F Y") if content.meets_on else _("nog niet bekend")
    lines = [_("Vergadering: %(day)s") % {"day": meets_on}, version_words(standing, on)]
    facts = [words(line) for line in lines]
    if content.plan_title:
        facts.append((*words(_("Hoort bij: ")), *dutch(content.plan_title)))
    return [
        Paragraph(words(name, "\n", college), "small"),
        Heading(1, dutch(content.subject)),
        Listing(tuple(facts)),
    ]


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
        blocks += costs(content)
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
