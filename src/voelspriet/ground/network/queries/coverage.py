# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading which streets have a street coach or another service, and which have none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from voelspriet.ground.areas.choices import PlaceKind
from voelspriet.ground.areas.models import Area, Street
from voelspriet.ground.areas.queries import AreaRow, areas_within
from voelspriet.ground.network.choices import Service
from voelspriet.ground.network.models import StreetCover
from voelspriet.ground.network.queries.street_sketch import Sketch, sketch
from voelspriet.ground.network.rules.keeping import advised_area
from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class StreetRow:
    """A street and who is there for it, as "service, organisation"."""

    id: int
    name: str
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaCount:
    """How many streets of a neighbourhood are covered and how many are not."""

    area_id: int
    area_name: str
    covered: int
    bare: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of an area by one service, or by any when `service` is empty.

    `streets` are there for a neighbourhood; `counts` for every neighbourhood within the area.
    """

    area_id: int
    area_name: str
    service: str
    covered: int
    bare: int
    streets: tuple[StreetRow, ...]
    counts: tuple[AreaCount, ...]
    drawing: Sketch | None


def coverage(*, area_id: int, service: str, by: Actor) -> Coverage:
    """Return the coverage of an area `by` is adviser of. OutOfScope for any other."""
    area = advised_area(by, area_id)
    within = areas_within(area_id=area.pk)
    streets = list(
        Street.objects.filter(
            area_id__in=[row.id for row in within], kind=PlaceKind.STREET
        ).order_by("name", "id")
    )
    covers = _covers([street.pk for street in streets], service)
    counts = _counts(within, streets, set(covers))
    return Coverage(
        area_id=area.pk,
        area_name=area.name,
        service=service,
        covered=sum(street.pk in covers for street in streets),
        bare=sum(street.pk not in covers for street in streets),
        streets=tuple(
            StreetRow(street.pk, street.name, tuple(covers.get(street.pk, ())))
            for street in streets
            if street.area_id == area.pk
        ),
        counts=counts,
        drawing=_drawing(within, streets, set(covers)),
    )


def covered_by(*, area_id: int, organisation_id: int, service: str, by: Actor) -> frozenset[int]:
    """Return the streets of an area an organisation is there for with a service."""
    area = advised_area(by, area_id)
    found = StreetCover.objects.filter(
        street__area=area, organisation_id=organisation_id, service=service
    )
    return frozenset(found.values_list("street_id", flat=True))


def _covers(street_ids: list[int], service: str) -> dict[int, list[str]]:
    found = StreetCover.objects.filter(
        street__in=Street.objects.filter(pk__in=street_ids), organisation__is_active=True
    )
    if service:
        found = found.filter(service=service)
    told: defaultdict[int, list[str]] = defaultdict(list)
    rows = found.select_related("organisation").order_by("service", "organisation__name", "id")
    for one in rows:
        label = str(Service(one.service).label)
        told[one.street_id].append(f"{label}, {one.organisation.name}")
    return dict(told)


def _counts(
    within: list[AreaRow], streets: list[Street], covered: set[int]
) -> tuple[AreaCount, ...]:
    """Return the counts of each area that has streets, by name and never by number."""
    numbers: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for street in streets:
        numbers[street.area_id][0 if street.pk in covered else 1] += 1
    named = sorted(within, key=lambda row: (row.name, row.id))
    return tuple(
        AreaCount(row.id, row.name, *numbers[row.id]) for row in named if row.id in numbers
    )


def _drawing(within: list[AreaRow], streets: list[Street], covered: set[int]) -> Sketch | None:
    finest = {street.area_id for street in streets}
    outlines: list[Any] = list(
        Area.objects.filter(pk__in=finest & {row.id for row in within}, outline__isnull=False)
        .order_by("code")
        .values_list("outline", flat=True)
    )
    return sketch(outlines, [(one.name, one.line, one.pk in covered) for one in streets])
