# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a neighbourhood's public page shows. Reads what was released; counts nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.answer.pages.choices import StoryKind
from voelspriet.answer.pages.queries.stories import PublicStory, public_stories
from voelspriet.ground.areas import queries as areas
from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.network.queries import faces
from voelspriet.ground.people.queries import duo_of
from voelspriet.understand.findings.queries import AreaFigures, latest_figures


@dataclass(frozen=True, slots=True)
class FacePerson:
    """Somebody to turn to: first name, function and number; `photo` only when they chose so."""

    first_name: str
    function: str
    organisation: str
    phone: str
    photo: str
    is_stand_in: bool


@dataclass(frozen=True, slots=True)
class AreaLink:
    """A neighbourhood to choose."""

    name: str
    slug: str
    code: str


@dataclass(frozen=True, slots=True)
class TownPage:
    """A municipality: its neighbourhoods by name, in districts. Never in an order of figures."""

    municipality: areas.MunicipalityRow
    districts: tuple[tuple[str, tuple[AreaLink, ...]], ...]


@dataclass(frozen=True, slots=True)
class NeighbourhoodPage:
    """Everything on a neighbourhood's page.

    `figures` are None before a first release; `town_figures` are those of the whole
    municipality, shown where the neighbourhood's own counts are too small.
    """

    municipality: areas.MunicipalityRow
    area: areas.AreaRow
    district: areas.AreaRow | None
    duo: tuple[FacePerson, ...]
    partners: tuple[FacePerson, ...]
    figures: AreaFigures | None
    town_figures: AreaFigures | None
    done: tuple[PublicStory, ...]
    agreed: tuple[PublicStory, ...]
    strengths: tuple[PublicStory, ...]
    coming: tuple[PublicStory, ...]


def town_page(*, municipality_slug: str) -> TownPage | None:
    """Return a municipality with its neighbourhoods; None when there is none under this slug."""
    town = areas.municipality(slug=municipality_slug)
    if town is None:
        return None
    districts = {row.id: row.name for row in areas.districts(municipality_id=town.id)}
    groups: dict[str, list[AreaLink]] = {name: [] for name in districts.values()}
    for row in areas.neighbourhoods(municipality_id=town.id):
        name = districts.get(row.parent_id or 0, "")
        groups.setdefault(name, []).append(AreaLink(row.name, row.slug, row.code))
    return TownPage(town, tuple((name, tuple(links)) for name, links in groups.items() if links))


def neighbourhood_page(
    *, municipality_slug: str, slug: str, language: str, on: date
) -> NeighbourhoodPage | None:
    """Return a neighbourhood's page on a day; None when there is no such neighbourhood."""
    town = areas.municipality(slug=municipality_slug)
    area = areas.area_by_slug(municipality_id=town.id, slug=slug) if town else None
    if town is None or area is None:
        return None
    parent = areas.area_row(id=area.parent_id) if area.parent_id else None
    root = areas.municipality_area(municipality_id=town.id)
    chain = {one.id for one in (area, parent, root) if one}
    told = public_stories(area_ids=chain, language=language, on=on)
    figures = latest_figures(area_id=area.id)
    is_bare = figures is None or not (figures.counts or figures.total)
    return NeighbourhoodPage(
        municipality=town,
        area=area,
        district=parent if parent and parent.level == AreaLevel.DISTRICT else None,
        duo=_duo(area.id, on),
        partners=_partners(area.id, on),
        figures=figures,
        town_figures=latest_figures(area_id=root.id) if root and is_bare else None,
        done=_of_kind(told, StoryKind.DONE, StoryKind.DECLINED),
        agreed=_of_kind(told, StoryKind.AGREED),
        strengths=_of_kind(told, StoryKind.STRENGTH),
        coming=_of_kind(told, StoryKind.COMING),
    )


def _of_kind(told: tuple[PublicStory, ...], *kinds: StoryKind) -> tuple[PublicStory, ...]:
    return tuple(story for story in told if story.kind in kinds)


def _duo(area_id: int, on: date) -> tuple[FacePerson, ...]:
    return tuple(
        FacePerson(one.first_name, one.function, "", one.phone, one.photo, one.is_stand_in)
        for one in duo_of(area_id=area_id, on=on)
    )


def _partners(area_id: int, on: date) -> tuple[FacePerson, ...]:
    return tuple(
        FacePerson(one.first_name, one.function, one.organisation, one.phone, "", False)
        for one in faces(area_id=area_id, on=on)
    )
