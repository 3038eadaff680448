# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Storing the population of areas by group, to hold beside who came or answered."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, AreaMargin
from voelspriet.ground.areas.queries import municipality_by_id
from voelspriet.ground.areas.told import FileRejected, MarginFile, MarginSummary, Problem
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action

BATCH = 500


@action
def import_margins(
    *, municipality_id: int, file: MarginFile, by: Actor, at: datetime
) -> MarginSummary:
    """Store the population of a municipality's areas by group; a group known is brought up to date.

    Refuses, naming the row, an area that the municipality does not have; then nothing is stored.
    """
    municipality = municipality_by_id(municipality_id=municipality_id)
    if municipality is None:
        raise OutOfScope(_("Deze gemeente is hier niet bekend."))
    areas = Area.objects.filter(
        municipality_code=municipality.area_code, year=municipality.area_year
    )
    ids = dict(areas.values_list("code", "pk"))
    unknown = [
        Problem(each.row, f"{each.code} is no area of {municipality.name}")
        for each in file.margins
        if each.code not in ids
    ]
    if unknown:
        raise FileRejected(unknown)
    summary = _store(file, ids)
    record(
        "margins.imported",
        by=by,
        at=at,
        subject="margins",
        reference=municipality.area_code,
        municipality_id=municipality_id,
        areas=summary.areas,
        added=summary.added,
        changed=summary.changed,
        unchanged=summary.unchanged,
    )
    return summary


def _store(file: MarginFile, ids: dict[str, int]) -> MarginSummary:
    touched = {ids[each.code] for each in file.margins}
    known = {
        (row.area_id, row.aspect, row.category): row
        for row in AreaMargin.objects.filter(area_id__in=touched)
    }
    added, changed = [], []
    for each in file.margins:
        values = {"people": each.people, "source": file.source}
        row = known.get((ids[each.code], each.aspect, each.category))
        if row is None:
            key = {"area_id": ids[each.code], "aspect": each.aspect, "category": each.category}
            added.append(AreaMargin(**key, **values))
        elif (row.people, row.source) != (each.people, file.source):
            row.people, row.source = each.people, file.source
            changed.append(row)
    AreaMargin.objects.bulk_create(added, batch_size=BATCH)
    AreaMargin.objects.bulk_update(changed, ["people", "source"], batch_size=BATCH // 5)
    unchanged = len(file.margins) - len(added) - len(changed)
    return MarginSummary(len(touched), len(added), len(changed), unchanged)
