# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The part of an evening's report on its rounds of maps: what everybody may see, or not yet."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.ui.languages import direction
from voelspriet.listen.drawings.queries import ToldRound
from voelspriet.listen.drawings.queries.open_rounds import PublicCell, PublicKind
from voelspriet.listen.drawings.queries.told_rounds import Ground
from voelspriet.papers.report_cells import cells_svg
from voelspriet.papers.writers.document import (
    Beside,
    Block,
    Direction,
    Figure,
    Heading,
    Paragraph,
    Run,
    Table,
    Words,
    words,
)

DUTCH = "nl"
MAP_MM = 70.0


def on_the_map(rounds: tuple[ToldRound, ...]) -> list[Block]:
    """Return what was drawn in these rounds, as far as it is public; nothing where none was held.

    A round whose result is not public says so. Counts are told as at least so many, never exactly.
    """
    if not rounds:
        return []
    blocks: list[Block] = [Heading(2, words(_("Op de kaart")))]
    for one in rounds:
        question = Run(one.question, language=one.question_language, direction=_way(one))
        blocks.append(Heading(3, words(question)))
        blocks += _published(one, one.kinds) if one.kinds is not None else [_later()]
    return blocks


def _later() -> Block:
    told = _("De kaart is nog niet klaar. Die komt later op de pagina van uw buurt te staan.")
    return Paragraph(words(told))


def _published(one: ToldRound, kinds: tuple[PublicKind, ...]) -> list[Block]:
    sheets = _("Ten minste %(number)s mensen leverden een kaart in.") % {"number": one.sheets}
    squares = _(
        "U ziet vlakken van 200 meter waar vijf mensen of meer hetzelfde aangaven."
        " Wie wat tekende laten wij nooit zien."
    )
    felt = _("Dit is wat bewoners voelen en meemaken, geen cijfers over misdaad.")
    return [
        Paragraph(words(sheets, " ", squares)),
        *(block for kind in kinds for block in _kind(kind, one.ground)),
        Paragraph(words(felt), "small"),
    ]


def _kind(kind: PublicKind, ground: Ground | None) -> list[Block]:
    label = kind.entry.label
    if not kind.cells:
        nowhere = _("Nergens gaven vijf mensen of meer hetzelfde aan.")
        return [Paragraph(words(Run(f"{label}: ", is_bold=True), nowhere))]
    table = Table(
        caption=label,
        header=(words(_("Waar")), words(_("Hoeveel kaarten"))),
        rows=tuple(
            (words(f"{number}. ", *_where(cell)), words(_at_least(cell)))
            for number, cell in enumerate(kind.cells, 1)
        ),
        shares=(3, 1.4),
    )
    svg = cells_svg(kind, ground) if ground else ""
    if not svg or ground is None:
        return [table]
    alt = _("Kaart van %(area)s. De vlakken staan ook in de tabel: %(kind)s.")
    told = alt % {"area": ground.area_name, "kind": label}
    return [Beside(((Figure(svg, told, MAP_MM),), (table,)), (0, 1))]


def _where(cell: PublicCell) -> Words:
    if not cell.streets:
        return words(_("Een plek zonder straatnaam"))
    return words(Run(", ".join(cell.streets), language=DUTCH, direction="ltr"))


def _at_least(cell: PublicCell) -> str:
    return _("ten minste %(number)s") % {"number": cell.at_least}


def _way(one: ToldRound) -> Direction:
    return "rtl" if direction(one.question_language) == "rtl" else "ltr"
