# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the public page of a neighbourhood agenda shows, with the faces of the neighbourhood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.act.agenda.queries.area_agenda_rows import AgendaSheet
from voelspriet.act.agenda.queries.area_agendas import public_agenda
from voelspriet.answer.pages.queries.neighbourhood import (
    FacePerson,
    faces_of,
    nearest_first,
)
from voelspriet.ground.areas import queries as areas


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """The agenda for a neighbourhood: its own, else that of its district or municipality."""

    municipality: areas.MunicipalityRow
    area: areas.AreaRow
    agenda: AgendaSheet
    duo: tuple[FacePerson, ...]
    partners: tuple[FacePerson, ...]

    @property
    def is_of_larger_area(self) -> bool:
        """Tell whether the agenda is for more than this neighbourhood."""
        return self.agenda.area_id != self.area.id


def agenda_page(*, municipality_slug: str, slug: str, language: str, on: date) -> AgendaPage | None:
    """Return the agenda for a neighbourhood; None when there is no such one, or it is internal."""
    town = areas.municipality(slug=municipality_slug)
    area = areas.area_by_slug(municipality_id=town.id, slug=slug) if town else None
    if town is None or area is None:
        return None
    parent = areas.area_row(id=area.parent_id) if area.parent_id else None
    root = areas.municipality_area(municipality_id=town.id)
    agenda = public_agenda(area_ids=nearest_first(area, parent, root), language=language, on=on)
    if agenda is None:
        return None
    duo, partners = faces_of(area.id, on)
    return AgendaPage(town, area, agenda, duo, partners)
