# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Storing areas: whole files at once, again and again with the same result."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np
import shapely
from django.utils.text import slugify

from voelspriet.ground.areas.actions.relinking import relink_below
from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.hierarchy import Above, Hierarchy
from voelspriet.ground.areas.models import Area
from voelspriet.ground.areas.projection import OUTLINE_DECIMALS, RD, WGS84, reproject
from voelspriet.ground.areas.rules import cbs_parent_codes
from voelspriet.ground.areas.told import (
    AreaFile,
    AreaTold,
    FileRejected,
    ImportSummary,
    Problem,
)
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action

BATCH = 500
OUTLINE_TOLERANCE = 6.0  # metres
STORED = (
    "name", "slug", "aliases", "parent", "municipality_code", "population", "boundary", "outline",
    "west", "south", "east", "north", "source",
)  # fmt: skip
COMPARED = ("name", "aliases", "parent_id", "municipality_code", "population", "level")


@dataclass(slots=True)
class _Sorted:
    added: list[Area] = field(default_factory=list)
    changed: list[Area] = field(default_factory=list)
    unchanged: int = 0


def _nothing(_count: int) -> None:
    return


@action
def import_areas(
    *,
    file: AreaFile,
    by: Actor,
    at: datetime,
    progress: Callable[[int], None] = _nothing,
) -> ImportSummary:
    """Store every area of `file`: new ones added, known ones (code and year) brought up to date.

    Areas of that year which the file does not name stay as they are; areas below get the new
    ones as their parent. `progress` hears how many areas were stored since its last call.
    Raises FileRejected, and stores nothing, when a code is known at another level or an area
    belongs to no municipality that can be known.
    """
    parents = _parents(file)
    found = _sort(file, parents)
    for start in range(0, len(found.added), BATCH):
        progress(len(Area.objects.bulk_create(found.added[start : start + BATCH])))
    for start in range(0, len(found.changed), BATCH):
        batch = found.changed[start : start + BATCH]
        Area.objects.bulk_update(batch, STORED, batch_size=BATCH // 5)
        progress(len(batch))
    progress(found.unchanged)
    codes = {area.municipality_code for area in (*found.added, *found.changed)}
    relinked = relink_below(year=file.year, level=file.level, municipality_codes=codes)
    summary = ImportSummary(
        level=file.level.value,
        year=file.year,
        added=len(found.added),
        changed=len(found.changed),
        unchanged=found.unchanged,
        without_parent=sum(
            parent is None for parent in parents.values() if file.level != AreaLevel.MUNICIPALITY
        ),
        relinked=relinked,
        water_left_out=file.water_left_out,
        repaired=file.repaired,
    )
    record(
        "areas.imported",
        by=by,
        at=at,
        subject="areas",
        reference=f"{file.level.value}-{file.year}",
        added=summary.added,
        changed=summary.changed,
        unchanged=summary.unchanged,
        repaired=len(file.repaired),
    )
    return summary


def _parents(file: AreaFile) -> dict[str, Above | None]:
    hierarchy = Hierarchy(year=file.year, level=file.level)
    return {
        area.code: hierarchy.above(area.code, area.parent_codes, area.shape) for area in file.areas
    }


def _municipality_code(area: AreaTold, level: AreaLevel, parent: Above | None) -> str:
    if level is AreaLevel.MUNICIPALITY:
        return area.code
    if parent is not None:
        return parent.municipality_code
    above = (*area.parent_codes, *cbs_parent_codes(area.code))
    return above[-1] if above else ""


def _sort(file: AreaFile, parents: dict[str, Above | None]) -> _Sorted:
    known = {area.code: area for area in Area.objects.filter(year=file.year)}
    wholes = {
        area.code: _municipality_code(area, file.level, parents[area.code]) for area in file.areas
    }
    _refuse_misfits(file, known, wholes)
    slugs = _slugs(file, known, wholes)
    outlines = _outlines([area.shape for area in file.areas])
    result = _Sorted()
    for told, outline in zip(file.areas, outlines, strict=True):
        stored = known.get(told.code)
        parent = parents[told.code]
        values = _values(told, file, outline)
        values |= {
            "municipality_code": wholes[told.code],
            "parent_id": parent.id if parent else None,
            "slug": slugs[told.code],
        }
        if stored is None:
            result.added.append(Area(code=told.code, year=file.year, **values))
        elif _differs(stored, values):
            for name, value in values.items():
                setattr(stored, name, value)
            result.changed.append(stored)
        else:
            result.unchanged += 1
    return result


def _differs(stored: Area, values: dict[str, Any]) -> bool:
    if bytes(stored.boundary or b"") != values["boundary"]:
        return True
    return any(getattr(stored, name) != values[name] for name in COMPARED)


def _values(told: AreaTold, file: AreaFile, outline: dict[str, Any]) -> dict[str, Any]:
    west, south, east, north = told.shape.bounds
    return {
        "level": file.level.value,
        "name": told.name,
        "aliases": list(told.aliases),
        "population": told.population,
        "boundary": shapely.to_wkb(told.shape),
        "outline": outline,
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "source": file.source,
    }


def _refuse_misfits(file: AreaFile, known: dict[str, Area], wholes: dict[str, str]) -> None:
    problems = []
    for area in file.areas:
        stored = known.get(area.code)
        if stored is not None and stored.level != file.level:
            reason = f"{area.code} is known as a {stored.level} in {file.year}"
            problems.append(Problem(area.row, reason))
        elif not wholes[area.code]:
            reason = f"{area.code} lies in no municipality of {file.year}: import those first"
            problems.append(Problem(area.row, reason))
    if problems:
        raise FileRejected(problems)


def _slugs(file: AreaFile, known: dict[str, Area], wholes: dict[str, str]) -> dict[str, str]:
    """Return a slug for each code, once per municipality; a stored one stays with its name."""
    same_level = [area for area in known.values() if area.level == file.level]
    taken = {(area.municipality_code, area.slug) for area in same_level}
    slugs = {}
    for area in sorted(file.areas, key=lambda told: told.code):
        stored = known.get(area.code)
        if stored is not None and stored.name == area.name:
            slugs[area.code] = stored.slug
            continue
        base = slugify(area.name)[:100] or slugify(area.code)
        slug, number = base, 1
        while (wholes[area.code], slug) in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add((wholes[area.code], slug))
        slugs[area.code] = slug
    return slugs


def _outlines(shapes: Sequence[shapely.MultiPolygon]) -> list[dict[str, Any]]:
    """Return the areas for drawing: shared borders simplified alike, degrees, five decimals."""
    simple = shapely.coverage_simplify(list(shapes), OUTLINE_TOLERANCE)
    empty = shapely.is_empty(simple)
    simple = np.where(empty, np.asarray(shapes, dtype=object), simple)
    degrees = shapely.transform(
        reproject(simple, RD, WGS84), lambda points: np.round(points, OUTLINE_DECIMALS)
    )
    return [json.loads(text) for text in shapely.to_geojson(degrees)]
