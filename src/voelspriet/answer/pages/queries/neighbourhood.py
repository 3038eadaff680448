# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a neighbourhood's public page shows. Reads what was released; counts nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.act.agenda.queries.area_agendas import AgendaTop, agenda_top
from voelspriet.act.agenda.queries.meeting_rows import PublicMeeting
from voelspriet.act.agenda.queries.meetings import public_meetings
from voelspriet.act.agenda.queries.works import PublicWork, public_works
from voelspriet.answer.pages.choices import StoryKind
from voelspriet.answer.pages.queries.initiatives import ListedInitiative, listed_initiatives
from voelspriet.answer.pages.queries.notice_rows import PublicNotice
from voelspriet.answer.pages.queries.notices import public_notices
from voelspriet.answer.pages.queries.stories import PublicStory, feed_stories, public_stories
from voelspriet.ground.areas import queries as areas
from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.rules import search_form
from voelspriet.ground.network.queries import faces
from voelspriet.ground.network.queries.welcome import WelcomeRow, welcome_for
from voelspriet.ground.people.queries import duo_of
from voelspriet.listen.evenings.queries.report_lists import ReleasedReport, released_reports
from voelspriet.understand.findings.queries import AreaFigures, latest_figures

SHOWN_HERE = 3  # initiatives; the others stand on their own page
SHOWN_REPORTS = 3


@dataclass(frozen=True, slots=True)
class FacePerson:
    """Somebody to turn to: first name, function and number; `photo` only when they chose so."""

    first_name: str
    function: str
    organisation: str
    phone: str
    photo: str
    is_stand_in: bool
    subjects: tuple[str, ...] = ()


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
    figures: AreaFigures | None


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A street or place somebody looked for, and the neighbourhood it lies in."""

    name: str
    area_name: str
    slug: str


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A neighbourhood's feed: its public lines, newest first."""

    municipality: areas.MunicipalityRow
    area: areas.AreaRow
    stories: tuple[PublicStory, ...]
    notices: tuple[PublicNotice, ...]


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
    meetings: tuple[PublicMeeting, ...]
    reports: tuple[ReleasedReport, ...]
    agenda: AgendaTop | None
    notices: tuple[PublicNotice, ...]
    works: tuple[PublicWork, ...]
    initiatives: tuple[ListedInitiative, ...]
    welcome: WelcomeRow | None


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
    root = areas.municipality_area(municipality_id=town.id)
    return TownPage(
        town,
        tuple((name, tuple(links)) for name, links in groups.items() if links),
        latest_figures(area_id=root.id) if root else None,
    )


def find_neighbourhoods(*, municipality_id: int, text: str) -> tuple[PlaceFound, ...]:
    """Return streets, places and neighbourhoods whose name holds `text`."""
    rows = areas.neighbourhoods(municipality_id=municipality_id)
    wanted = search_form(text)
    named = [
        PlaceFound(row.name, row.name, row.slug)
        for row in rows
        if len(wanted) > 1 and wanted in search_form(row.name)
    ]
    slugs = {row.id: row.slug for row in rows}
    places = areas.find_places(municipality_id=municipality_id, text=text, limit=20)
    found = [
        PlaceFound(place.name, place.area_name, slugs[place.area_id])
        for place in places
        if place.area_id in slugs
    ]
    return (*named, *found)


def feed_page(*, code: str, language: str, on: date) -> FeedPage | None:
    """Return the feed, on a day, of the area with this code in its municipality's year."""
    for town in areas.municipalities():
        for area in areas.neighbourhoods(municipality_id=town.id):
            if area.code == code:
                root = areas.municipality_area(municipality_id=town.id)
                around = (area.id, area.parent_id, root.id if root else None)
                chain = {one for one in around if one is not None}
                told = feed_stories(area_id=area.id, language=language)
                now = public_notices(area_ids=chain, language=language, on=on)
                return FeedPage(town, area, told, now)
    return None


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
    nearest = nearest_first(area, parent, root)
    chain = set(nearest)
    told = public_stories(area_ids=chain, language=language, on=on)
    figures = latest_figures(area_id=area.id)
    is_bare = figures is None or not figures.counts or figures.answered is None
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
        meetings=public_meetings(area_ids=chain, language=language, on=on),
        reports=released_reports(area_ids=chain, language=language, on=on, limit=SHOWN_REPORTS),
        agenda=agenda_top(area_ids=nearest, language=language),
        notices=public_notices(area_ids=chain, language=language, on=on),
        works=public_works(area_ids=chain, on=on, language=language),
        initiatives=listed_initiatives(
            area_ids=[area.id], language=language, on=on, limit=SHOWN_HERE
        ),
        welcome=welcome_for(chain=nearest, language=language),
    )


def nearest_first(*chain: areas.AreaRow | None) -> tuple[int, ...]:
    """Return the ids of areas that are there, as given and each once."""
    return tuple(dict.fromkeys(one.id for one in chain if one))


def faces_of(area_id: int, on: date) -> tuple[tuple[FacePerson, ...], tuple[FacePerson, ...]]:
    """Return the duo of an area and the partners' faces there, on a day."""
    return _duo(area_id, on), _partners(area_id, on)


def _of_kind(told: tuple[PublicStory, ...], *kinds: StoryKind) -> tuple[PublicStory, ...]:
    return tuple(story for story in told if story.kind in kinds)


def _duo(area_id: int, on: date) -> tuple[FacePerson, ...]:
    return tuple(
        FacePerson(one.first_name, one.function, "", one.phone, one.photo, one.is_stand_in)
        for one in duo_of(area_id=area_id, on=on)
    )


def _partners(area_id: int, on: date) -> tuple[FacePerson, ...]:
    return tuple(
        FacePerson(
            one.first_name, one.function, one.organisation, one.phone, "", False, one.subjects
        )
        for one in faces(area_id=area_id, on=on)
    )
