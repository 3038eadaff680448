# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making public what a round brought: once, and only what enough sheets say."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.analysis.disclosure import is_small
from voelspriet.ground.areas.ground_plan import streets_in
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.drawings.actions.rounds import audit_round, led_round
from voelspriet.listen.drawings.models import MapResult, MapSheet
from voelspriet.listen.drawings.queries.marks import marks_of, streets_by_cell
from voelspriet.listen.drawings.rules.grid import PUBLIC_TIMES
from voelspriet.listen.drawings.rules.publishing import at_least, open_cells


@action
def publish_map_result(*, reference: str, by: Actor, at: datetime) -> None:
    """Make the result of a closed round public, for good.

    What is shown is worked out now and frozen: squares of 200 metres that five sheets or more
    marked, with "at least". Refuses: a round that is not closed, fewer than five sheets, a result
    that is public already. OutOfScope for who does not lead it.
    """
    one = led_round(reference, by)
    if MapResult.objects.filter(round=one).exists():
        raise Refused(_("De uitkomst is al openbaar."))
    if one.closes_at is None or one.closes_at > at or one.emptied_at is not None:
        raise Refused(_("Sluit eerst de ronde. Daarna kan de uitkomst openbaar worden."))
    sheets = MapSheet.objects.filter(round=one).count()
    if is_small(sheets):
        raise Refused(_("Er zijn te weinig kaarten. Wij laten pas iets zien vanaf vijf kaarten."))
    shown = open_cells(marks_of(one))
    streets = streets_by_cell(streets_in(area_id=one.area_id), times=PUBLIC_TIMES)
    content = {
        "cells": [
            {
                "kind": cell.kind,
                "cell": cell.cell,
                "at_least": cell.at_least,
                "streets": list(streets.get(cell.cell, ())),
            }
            for cell in shown
        ],
    }
    MapResult.objects.create(
        round=one,
        content=content,
        sheets=at_least(sheets),
        published_at=at,
        published_by_name=by.name,
    )
    audit_round("map_round.publish", one, by, at, cells=len(shown))
