# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the social map: for everybody by words, subject and area; for who keeps it, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.network.choices import (
    Involvement,
    OrganisationKind,
    Pace,
)
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.network.rules.keeping import (
    chain_of,
    is_stale,
    must_keep_map,
    stale_before,
)
from voelspriet.ground.network.rules.order import (
    language_labels,
    subject_labels,
    subjects_in_order,
)
from voelspriet.ground.network.rules.social_map import words_of
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor

PAGE_SIZE = 20
STAFF_PAGE_SIZE = 50
SOURCE_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation on the public social map.

    `words_language` says in which language `about` and `opening` are; `is_old` that nobody
    checked it for a year.
    """

    id: int
    name: str
    kind_label: str
    about: str
    opening: str
    words_language: str
    subjects: tuple[str, ...]
    address: str
    phone: str
    email: str
    website: str
    languages: tuple[str, ...]
    areas: tuple[str, ...]
    involvement: str
    pace: str
    checked_on: date
    is_old: bool


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An organisation as the staff list shows it."""

    id: int
    name: str
    kind_label: str
    subjects: tuple[str, ...]
    areas: tuple[str, ...]
    is_listed: bool
    checked_on: date | None
    is_old: bool


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """Everything of one organisation that its page on the staff site changes."""

    row: EntryRow
    kind: str
    email: str
    phone: str
    address: str
    website: str
    source: str
    languages: tuple[str, ...]
    subject_codes: tuple[str, ...]
    area_ids: tuple[int, ...]
    involvement: str
    pace: str
    texts: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class MapFilters:
    """What to find on the social map; empty values leave out nothing."""

    words: str = ""
    subject: str = ""
    area_id: int | None = None


def social_map(
    *, municipality_id: int, filters: MapFilters, language: str, on: date, cursor: str = ""
) -> Page[Place]:
    """Return what stands on the public social map, by name. Public: no actor."""
    found = _matching(_listed(municipality_id), filters)
    found = _after(found, cursor).prefetch_related("texts", "subjects", "areas")
    return page_of(
        list(found[: PAGE_SIZE + 1]), PAGE_SIZE, lambda one: _place(one, language, on), _cursor
    )


def entries(
    *, by: Actor, on: date, words: str = "", stand: str = "", cursor: str = ""
) -> Page[EntryRow]:
    """Return organisations for who keeps the map: all, "listed", "stale" or "off" it, by name."""
    found = Organisation.objects.filter(municipality_id=must_keep_map(by), is_active=True)
    parts = {
        "listed": Q(is_listed=True),
        "stale": Q(is_listed=True, checked_on__lt=stale_before(on)),
        "off": Q(is_listed=False),
    }
    found = found.filter(parts.get(stand, Q()))
    for word in words_of(words):
        found = found.filter(Q(search_text__contains=word) | Q(name__icontains=word))
    found = _after(found, cursor).prefetch_related("subjects", "areas")
    return page_of(
        list(found[: STAFF_PAGE_SIZE + 1]), STAFF_PAGE_SIZE, lambda one: _entry(one, on), _cursor
    )


def entry(*, organisation_id: int, by: Actor, on: date) -> EntryDetail:
    """Return one organisation for who keeps the map. OutOfScope: closed or elsewhere."""
    found = Organisation.objects.filter(
        pk=organisation_id, municipality_id=must_keep_map(by), is_active=True
    )
    one = found.prefetch_related("texts", "subjects", "areas").first()
    if one is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    return EntryDetail(
        row=_entry(one, on),
        kind=one.kind,
        email=one.email,
        phone=one.phone,
        address=one.address,
        website=one.website,
        source=one.source,
        languages=tuple(one.languages),
        subject_codes=subjects_in_order(each.subject for each in one.subjects.all()),
        area_ids=tuple(area.pk for area in one.areas.all()),
        involvement=one.involvement,
        pace=one.pace,
        texts={each.language: (each.about, each.opening) for each in one.texts.all()},
    )


def places_for(*, area_id: int, by: Actor, on: date) -> tuple[EntryRow, ...]:
    """Return what stands on the map for an area: its own and the whole municipality's."""
    listed = _listed(must_keep_map(by))
    found = _matching(listed, MapFilters(area_id=area_id)).order_by("name", "id")
    return tuple(_entry(one, on) for one in found.prefetch_related("subjects", "areas"))


def _listed(municipality_id: int) -> QuerySet[Organisation]:
    return Organisation.objects.filter(
        municipality_id=municipality_id, is_listed=True, is_active=True
    )


def _matching(found: QuerySet[Organisation], filters: MapFilters) -> QuerySet[Organisation]:
    for word in words_of(filters.words):
        found = found.filter(search_text__contains=word)
    if filters.subject:
        found = found.filter(
            pk__in=Organisation.objects.filter(subjects__subject=filters.subject).values("pk")
        )
    if filters.area_id is not None:
        here = Organisation.objects.filter(areas__in=chain_of(filters.area_id)).values("pk")
        bound = Organisation.objects.filter(areas__isnull=False).values("pk")
        found = found.filter(Q(pk__in=here) | ~Q(pk__in=bound))
    return found


def _after(found: QuerySet[Organisation], cursor: str) -> QuerySet[Organisation]:
    """Go on after the last row seen, by name."""
    last = read_cursor(cursor, str, int)
    if last:
        found = found.filter(Q(name__gt=last[0]) | Q(name=last[0], pk__gt=last[1]))
    return found.order_by("name", "id")


def _cursor(one: Organisation) -> str:
    return write_cursor(one.name, one.pk)


def _place(one: Organisation, language: str, on: date) -> Place:
    texts = {each.language: each for each in one.texts.all()}
    words = texts.get(language) or texts.get(SOURCE_LANGUAGE)
    checked_on = one.checked_on or date.min  # the database holds that a listed one has a day
    return Place(
        id=one.pk,
        name=one.name,
        kind_label=str(OrganisationKind(one.kind).label),
        about=words.about if words else "",
        opening=words.opening if words else "",
        words_language=words.language if words else SOURCE_LANGUAGE,
        subjects=subject_labels(each.subject for each in one.subjects.all()),
        address=one.address,
        phone=one.phone,
        email=one.email,
        website=one.website,
        languages=language_labels(one.languages),
        areas=tuple(sorted(area.name for area in one.areas.all())),
        involvement=str(Involvement(one.involvement).label) if one.involvement else "",
        pace=str(Pace(one.pace).label) if one.pace else "",
        checked_on=checked_on,
        is_old=is_stale(checked_on, on),
    )


def _entry(one: Organisation, on: date) -> EntryRow:
    return EntryRow(
        id=one.pk,
        name=one.name,
        kind_label=str(OrganisationKind(one.kind).label),
        subjects=subject_labels(each.subject for each in one.subjects.all()),
        areas=tuple(sorted(area.name for area in one.areas.all())),
        is_listed=one.is_listed,
        checked_on=one.checked_on,
        is_old=one.is_listed and one.checked_on is not None and is_stale(one.checked_on, on),
    )
