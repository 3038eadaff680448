# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small parts every chapter of the report uses: Dutch runs, quotes, numbers that hide nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from voelspriet.papers.writers.document import Block, Paragraph, Run, Words, words
from voelspriet.understand.coding.choices import Side
from voelspriet.understand.coding.queries.agreement import ToldAgreement
from voelspriet.understand.coding.queries.codebooks import CodebookDetail
from voelspriet.understand.findings.choices import QuoteState
from voelspriet.understand.findings.queries.heard import Heard
from voelspriet.understand.findings.queries.matrix_rows import ComparisonDetail, QuoteRow
from voelspriet.understand.findings.queries.places import ToldPlaces
from voelspriet.understand.findings.queries.prompts import Prompt, few_spoke

DUTCH = "nl"
OPEN = (QuoteState.CHOSEN, QuoteState.GONE_BACK)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report is made of. `links` lead colleagues to fragments, by number of the factor.

    They are empty in what is printed or sent.
    """

    detail: ComparisonDetail
    heard: Heard
    codebook: CodebookDetail
    agreement: ToldAgreement
    places: ToldPlaces
    links: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_draft(self) -> bool:
        """Tell whether a quote is still waiting for whoever said it."""
        return any(one.state in OPEN for row in self.detail.factors for one in row.quotes)


def dutch(text: str) -> Words:
    """Return what a colleague or a speaker wrote: Dutch, whatever the language of the report."""
    return words(Run(text, language=DUTCH, direction="ltr"))


def paragraphs(text: str) -> list[Block]:
    """Return a text of a colleague as paragraphs."""
    return [Paragraph(dutch(part)) for part in text.split("\n") if part.strip()]


def quote_words(quotes: tuple[QuoteRow, ...], heard: Heard) -> tuple[Words, ...]:
    """Return the quotes that may be printed, and a mark for each that still waits.

    A quote that was refused is not there, nor that it was. The area is told only where at least
    three spoke from that side in each area.
    """
    by_area = {one.side for one in heard.sides if one.is_by_area}
    found = []
    for one in quotes:
        if one.state in OPEN:
            found.append(words(_("[citaat nog niet teruggelegd]")))
        elif one.may_be_printed:
            area = f", {one.area_name}" if one.side in by_area and one.area_id else ""
            who = words(Run(f" ({one.side_label}{area})"))
            found.append((*dutch(f"“{one.words}”"), *who))
    return tuple(found)


def prompt_words(prompt: Prompt, heard: Heard) -> str:
    """Return how often both sides speak of something; not where so few spoke that one shows."""
    hidden = {one.side for one in heard.sides if one.number is None}
    if prompt.is_shown and (prompt.is_small or hidden & {Side.RESIDENT, Side.PROFESSIONAL}):
        return few_spoke()
    return prompt.words


def number_words(number: int | None) -> str:
    """Return a number of speakers; one or two are never told apart."""
    return _("minder dan drie") if number is None else str(number)


def link_words(links: Mapping[int, str], number: int | None) -> list[Block]:
    """Return the way to the fragments behind a factor, for colleagues; nothing in print."""
    if number is None or number not in links:
        return []
    return [Paragraph(words(Run(_("Naar de fragmenten"), link=links[number])), "small")]
