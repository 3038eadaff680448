# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The places that were named, per area: a table, and a small map with the same in its words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.papers.perception_report.words import Told, dutch
from voelspriet.papers.report_areas import areas_svg
from voelspriet.papers.writers.document import Block, Figure, Heading, Paragraph, Table, words
from voelspriet.understand.findings.queries.places import AreaPlaces, ToldPlaces

MAP_MM = 90.0


def on_the_map(told: Told) -> list[Block]:
    """Return the map and the table; where there is no map, why not."""
    found = told.places
    blocks: list[Block] = [Heading(2, words(_("Plekken die genoemd zijn")))]
    if found.has_places:
        blocks.append(Paragraph(words(_("Een plek staat hier als vijf gesprekken of meer haar "
                                        "noemen. Het is wat mensen noemden, geen cijfer over "
                                        "overlast of misdaad."))))  # fmt: skip
    svg = _drawn(found)
    if svg:
        blocks.append(Figure(svg, _alt(found), MAP_MM))
    else:
        blocks.append(Paragraph(words(_why_not(found))))
    return [*blocks, _table(found)] if found.has_places else blocks


def _drawn(found: ToldPlaces) -> str:
    if not found.has_places:
        return ""
    return areas_svg(
        [(number, one.edges, bool(one.places)) for number, one in enumerate(found.areas, 1)]
    )


def _alt(found: ToldPlaces) -> str:
    areas = "; ".join(f"{number}. {_told(one)}" for number, one in enumerate(found.areas, 1))
    return _("Kaart van de gebieden van dit onderzoek. %(areas)s.") % {"areas": areas}


def _told(one: AreaPlaces) -> str:
    places = ", ".join(f"{place.name} ({_times(place.at_least)})" for place in one.places)
    return f"{one.name}: {places or _('geen plek in vijf gesprekken of meer')}"


def _times(at_least: int) -> str:
    return _("ten minste %(number)s gesprekken") % {"number": at_least}


def _why_not(found: ToldPlaces) -> str:
    """Return why there is no map, every reason of it."""
    reasons = []
    if not found.is_counted:
        unknown = _("Er staat geen kaart bij: van deze teksten is niet vastgelegd wie sprak, dus "
                    "is niet te tellen in hoeveel gesprekken een plek is genoemd.")  # fmt: skip
        reasons.append(unknown)
    elif not found.has_places:
        reasons.append(_("Er staat geen kaart bij: geen plek is in vijf gesprekken of meer "
                         "genoemd."))  # fmt: skip
    if found.without_edges:
        areas = ", ".join(found.without_edges)
        reasons.append(_("Er staat geen kaart bij: de grens is niet bekend van %(areas)s.")
                       % {"areas": areas})  # fmt: skip
    return " ".join(reasons)


def _table(found: ToldPlaces) -> Table:
    """Return a row per place; of an area without one that there is none, as the map has it too."""
    rows = []
    for number, one in enumerate(found.areas, 1):
        area = words(f"{number}. ", *dutch(one.name))
        rows += [(area, dutch(each.name), words(_times(each.at_least))) for each in one.places]
        if not one.places:
            rows.append((area, words(_("geen plek in vijf gesprekken of meer")), words("–")))
    return Table(
        caption=_("Plekken die vijf gesprekken of meer noemen, per gebied"),
        header=(words(_("Gebied")), words(_("Plek")), words(_("Genoemd in"))),
        rows=tuple(rows),
        shares=(1.6, 2, 1.6),
    )
