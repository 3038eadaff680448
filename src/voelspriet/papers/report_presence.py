# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The part of an evening's report on who came and who was not heard, beside who lives there."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.ui.languages import sign
from voelspriet.listen.evenings.queries.reports import HeardAspect
from voelspriet.listen.evenings.rules.heard import HeardLine
from voelspriet.papers.report_words import percent
from voelspriet.papers.writers.document import Block, Heading, Paragraph, Table, Words, words


def who_came(aspects: tuple[HeardAspect, ...]) -> list[Block]:
    """Return who came by each aspect that somebody told of."""
    known = [one for one in aspects if one.answered is None or one.answered > 0]
    heading = Heading(2, words(_("Wie kwam er, en wie hoorden wij niet?")))
    if not known:
        nobody = _("Niemand vulde in hoe oud hij is of hoe lang hij hier woont.")
        return [heading, Paragraph(words(nobody))]
    blocks: list[Block] = [
        heading,
        Paragraph(words(_("Dit mocht iedereen invullen die dat wilde. Wij vroegen geen namen."))),
    ]
    for one in known:
        blocks += _aspect(one)
    return blocks


def _aspect(aspect: HeardAspect) -> list[Block]:
    compares = any(one.population_share is not None for one in aspect.lines)
    header = [words(aspect.label), words(_("Kwam")), words(_("Deel van wie kwam"))]
    if compares:
        header.append(words(_("Deel van wie hier woont")))
    blocks: list[Block] = [
        Heading(3, words(aspect.label)),
        Table(
            caption=_("Wie kwam, naast wie hier woont") if compares else _("Wie kwam"),
            header=tuple(header),
            rows=tuple(_came(one, compares=compares) for one in aspect.lines),
            shares=(3, 1, 2, 2) if compares else (3, 1, 2),
        ),
    ]
    if aspect.missed:
        missed = f"{sign(',')} ".join(one.label for one in aspect.missed)
        told = _("Deze groepen hoorden wij te weinig: %(groups)s. Bij hen kloppen wij nu aan.")
        blocks.append(Paragraph(words(told % {"groups": missed})))
    if aspect.source:
        told = _("Bron van wie hier woont: %(source)s") % {"source": aspect.source}
        blocks.append(Paragraph(words(told), "small"))
    return blocks


def _came(line: HeardLine, *, compares: bool) -> tuple[Words, ...]:
    count = _("1 tot en met 4") if line.count is None else str(line.count)
    share = "–"
    if line.share is not None and line.low is not None and line.high is not None:
        share = _("%(share)s (%(low)s tot %(high)s)") % {
            "share": percent(round(100 * line.share)),
            "low": percent(round(100 * line.low)),
            "high": percent(round(100 * line.high)),
        }
    cells = (words(line.label), words(count), words(share))
    if not compares:
        return cells
    part = line.population_share
    return (*cells, words("–" if part is None else percent(round(100 * part))))
