# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Areas and places as the rest of the house sees them."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.areas.models import Area, Municipality, Street

AREA_COLUMNS = ("id", "code", "year", "level", "name", "slug", "parent_id", "population")


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """A municipality that uses this installation, as doors see it."""

    id: int
    name: str
    slug: str
    area_code: str
    area_year: int
    phone: str
    sender: str
    first_answer_days: int
    longest_promise_days: int
    director_after_days: int
    executive_after_days: int


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area in one year. `population` counts people; None where the source tells none."""

    id: int
    code: str
    year: int
    level: str
    name: str
    slug: str
    parent_id: int | None
    population: int | None


@dataclass(frozen=True, slots=True)
class MarginRow:
    """How many people of an area are in one group, and who counted them."""

    category: str
    label: str
    people: int
    source: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A street or named place in one neighbourhood. `lon` and `lat` are WGS84 degrees."""

    id: int
    name: str
    kind: str
    area_id: int
    area_name: str
    lon: float
    lat: float


def municipality_row_of(municipality: Municipality) -> MunicipalityRow:
    """Return the row of a municipality."""
    return MunicipalityRow(
        id=municipality.pk,
        name=municipality.name,
        slug=municipality.slug,
        area_code=municipality.area_code,
        area_year=municipality.area_year,
        phone=municipality.phone,
        sender=municipality.sender,
        first_answer_days=municipality.first_answer_days,
        longest_promise_days=municipality.longest_promise_days,
        director_after_days=municipality.director_after_days,
        executive_after_days=municipality.executive_after_days,
    )


def area_row_of(area: Area) -> AreaRow:
    """Return the row of an area."""
    return AreaRow(
        id=area.pk,
        code=area.code,
        year=area.year,
        level=area.level,
        name=area.name,
        slug=area.slug,
        parent_id=area.parent_id,
        population=area.population,
    )


def place_row_of(street: Street) -> PlaceRow:
    """Return the row of a street or place; its area must be loaded with it."""
    return PlaceRow(
        id=street.pk,
        name=street.name,
        kind=street.kind,
        area_id=street.area_id,
        area_name=street.area.name,
        lon=street.lon,
        lat=street.lat,
    )
