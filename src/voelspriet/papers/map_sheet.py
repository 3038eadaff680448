# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a round of maps: an A3 to draw on, with marks by which its photo is laid straight.

The marks stand at the corners of the map itself, not of the paper: whoever enters a sheet points
at them on the photo, and their places are known in degrees.
"""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.ui.languages import direction
from voelspriet.listen.drawings.queries.sheet_plan import SheetPlan
from voelspriet.listen.drawings.rules.legend import LegendEntry
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Beside,
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Page,
    Paragraph,
    Run,
    words,
)

DUTCH = "nl"
WIDEST_MM, HIGHEST_MM = 290.0, 232.0
MARK_SHARE = 0.022  # of the longest side of the map
CODE_MM = 34.0
SWATCHES = {
    "point": '<circle cx="8" cy="8" r="5" fill="{colour}"/>',
    "line": '<path d="M1 13 L6 5 L10 10 L15 3" fill="none" stroke="{colour}" stroke-width="3"/>',
    "area": '<rect x="2" y="3" width="12" height="10" rx="3" fill="{colour}"'
    ' fill-opacity="0.4" stroke="{colour}" stroke-width="2"/>',
}


def map_sheet(
    *, plan: SheetPlan, municipality: MunicipalityRow, language: str, on: date
) -> Document:
    """Return the sheet of a round in a language, A3 landscape, as it stood `on` that day."""
    with translation.override(language):
        told = plan.translations.get(language, "")
        way = "rtl" if direction(language) == "rtl" else "ltr"
        is_dutch = language == DUTCH or not told
        question = Run(
            told or plan.question,
            language=DUTCH if is_dutch and language != DUTCH else "",
            direction="ltr" if is_dutch and way == "rtl" else "",
        )
        alt = _("Kaart van %(name)s met de straten, om op te tekenen") % {"name": plan.area_name}
        drawn = Figure(marked(plan), alt, width_of(plan))
        return Document(
            title=f"{question.text} – {plan.area_name}",
            language=language,
            direction="rtl" if way == "rtl" else "ltr",
            style=style_of(municipality),
            made_on=on,
            page=Page(size="a3", is_landscape=True, margin=14.0, points=12.0, on_one_page=True),
            footer=words(Run(f"{municipality.name} · {plan.reference}", direction="ltr")),
            blocks=(
                Heading(1, words(question)),
                Beside(((drawn,), tuple(_beside(plan))), (0, 1), gap=8.0),
            ),
        )


def _beside(plan: SheetPlan) -> list[Block]:
    blocks: list[Block] = [
        Paragraph(words(Run(plan.area_name, is_bold=True, language=DUTCH, direction="ltr"))),
        Heading(2, words(_("Wat kunt u tekenen?"))),
        Paragraph(words(_("Zet bij wat u tekent het nummer dat hier staat."))),
    ]
    for number, entry in enumerate(plan.legend, 1):
        blocks.append(_legend(number, entry))
    return [
        *blocks,
        Paragraph(
            words(
                Run(_("Teken niet waar u woont."), is_bold=True),
                " ",
                _("Schrijf geen namen, adressen of kentekens op."),
            )
        ),
        Heading(2, words(_("Liever op uw telefoon?"))),
        Code(plan.link, _("QR-code van deze kaart"), CODE_MM),
        Paragraph(words(Run(plan.link, direction="ltr", link=plan.link)), "small"),
    ]


def _legend(number: int, entry: LegendEntry) -> Block:
    body = SWATCHES[entry.form].format(colour=entry.colour)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{body}</svg>'
    told = words(Run(f"{number}. {entry.label}", is_bold=True), f" ({entry.form_label})")
    return Beside(((Figure(svg, "", 6.0, is_decoration=True),), (Paragraph(told),)), (0, 1), 2.5)


def width_of(plan: SheetPlan) -> float:
    """Return how wide the map is set, in millimetres: as large as the sheet allows."""
    return min(WIDEST_MM, HIGHEST_MM * plan.width_metres / plan.height_metres)


def marked(plan: SheetPlan) -> str:
    """Return the map with a mark round each of its corners; that at the top left is whole."""
    wide, high = plan.width_metres, plan.height_metres
    size = max(wide, high) * MARK_SHARE
    half = size / 2
    marks = []
    for index, (x, y) in enumerate(((0.0, 0.0), (wide, 0.0), (0.0, high), (wide, high))):
        marks.append(_square(x, y, half, "#000"))
        if index:
            marks.append(_square(x, y, half / 2, "#fff"))
    inner = plan.svg.replace(
        "<svg ", f'<svg x="0" y="0" width="{wide:.1f}" height="{high:.1f}" ', 1
    )
    box = f"{-half:.1f} {-half:.1f} {wide + size:.1f} {high + size:.1f}"
    frame = f'<rect width="{wide:.1f}" height="{high:.1f}" fill="none" stroke="#6a7580"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
        f"{inner}{frame}{''.join(marks)}</svg>"
    )


def _square(x: float, y: float, half: float, colour: str) -> str:
    return (
        f'<rect x="{x - half:.1f}" y="{y - half:.1f}" width="{2 * half:.1f}"'
        f' height="{2 * half:.1f}" fill="{colour}"/>'
    )
