# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The middle of the report: the matrix factor by factor, and two areas side by side."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.papers.perception_report.approach import verdict_words
from voelspriet.papers.perception_report.words import (
    Told,
    dutch,
    link_words,
    prompt_words,
    quote_words,
)
from voelspriet.papers.writers.document import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    Words,
    words,
)
from voelspriet.understand.findings.queries.matrix_rows import (
    FactorRow,
    PlaceRow,
    QuoteRow,
    WorldRow,
)


def factors(told: Told) -> list[Block]:
    """Return every row of the matrix with its quotes and verdicts."""
    blocks: list[Block] = [
        Heading(2, words(_("Wat bewoners zeggen en professionals zien"))),
    ]
    for row in told.detail.factors:
        blocks += _factor(row, told)
    return blocks


def _factor(row: FactorRow, told: Told) -> list[Block]:
    blocks: list[Block] = [Heading(3, dutch(row.label))]
    if row.definition:
        blocks.append(Paragraph(dutch(row.definition), "small", keeps_next=True))
    blocks += _side(_("Bewoners zeggen"), row.residents_say, row.residents_quotes, told)
    blocks += _side(_("Professionals zien"), row.professionals_see, row.professionals_quotes, told)
    judged = [world for world in row.worlds if world.verdict or _answered(world)]
    if judged:
        blocks.append(_verdicts(judged, row))
    else:
        blocks.append(Paragraph(words(_("De onderzoeker gaf over deze factor geen oordeel."))))
    if row.overall:
        blocks.append(Paragraph((Run(_("Samen: "), is_bold=True), *dutch(row.overall))))
    blocks.append(
        Paragraph(
            words(_("Hoe vaak genoemd (geen oordeel): %(words)s.")
                  % {"words": prompt_words(row.prompt, told.heard)}),
            "small",
        )
    )  # fmt: skip
    return blocks + link_words(told.links, row.number)


def _side(label: str, text: str, quotes: tuple[QuoteRow, ...], told: Told) -> list[Block]:
    lead = Run(f"{label}: ", is_bold=True)
    said = dutch(text) if text else words(_("hierover is niets opgeschreven."))
    printed = quote_words(quotes, told.heard)
    blocks: list[Block] = [Paragraph((lead, *said), keeps_next=bool(printed))]
    if printed:
        blocks.append(Listing(printed))
    return blocks


def _answered(world: WorldRow) -> bool:
    return any(one.answer for one in world.questions)


def _verdicts(judged: list[WorldRow], row: FactorRow) -> Table:
    """Return the three questions and the verdict, a column per world that was judged."""
    asked = [one.label for one in judged[0].questions]
    rows = [
        (words(label), *(_answer(world, place) for world in judged))
        for place, label in enumerate(asked)
    ]
    expected = (words(_("Wie moet er volgens hen iets doen?")),
                *(words(_expects(world)) for world in judged))  # fmt: skip
    verdict = (words(Run(_("Oordeel"), is_bold=True)), *(_verdict(world) for world in judged))
    return Table(
        caption=_("Oordeel over: %(label)s") % {"label": row.label},
        header=(words(_("Vraag")), *(words(world.label) for world in judged)),
        rows=(*rows, expected, verdict),
        shares=(1.5, *(2 for _world in judged)),
    )


def _answer(world: WorldRow, place: int) -> Words:
    one = world.questions[place]
    if not one.answer:
        return words("–")
    return (Run(f"{one.answer_label}. "), *dutch(one.reason))


def _expects(world: WorldRow) -> str:
    if not world.residents_expect and not world.professionals_expect:
        return "–"
    return _("bewoners: %(residents)s; professionals: %(professionals)s") % {
        "residents": world.residents_expect_label.lower() or _("niet gezegd"),
        "professionals": world.professionals_expect_label.lower() or _("niet gezegd"),
    }


def _verdict(world: WorldRow) -> Words:
    if not world.verdict:
        return words(_("Geen oordeel"))
    return (Run(f"{verdict_words(world)}. ", is_bold=True), *dutch(world.reason))


def side_by_side(told: Told) -> list[Block]:
    """Return two areas beside each other, factor by factor; nothing for one area."""
    areas = told.detail.areas
    rows = [row for row in told.detail.factors if any(place.told or place.quadrant_label
                                                      for place in row.places)]  # fmt: skip
    if len(areas) < 2 or not rows:  # noqa: PLR2004  one area has nothing beside it
        return []
    return [
        Heading(2, words(_("Twee gebieden naast elkaar"))),
        Paragraph(words(_("Het oordeel hierboven geldt voor beide gebieden samen. Deze tabel zegt "
                          "per gebied wat er speelt."))),
        Table(
            caption=_("Wat er speelt, per gebied"),
            header=(words(_("Factor")), *(dutch(name) for _pk, name in areas)),
            rows=tuple(
                (dutch(row.label), *(_place(place) for place in row.places)) for row in rows
            ),
            shares=(1.3, 2, 2),
        ),
    ]  # fmt: skip


def _place(place: PlaceRow) -> Words:
    if not place.told and not place.quadrant_label:
        return words("–")
    label = f"\n{place.quadrant_label}" if place.quadrant_label else ""
    return (*dutch(place.told), *words(label if place.told else label.strip()))
