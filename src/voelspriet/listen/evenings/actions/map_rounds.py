# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting a round of maps on the programme: one that is there, or a new one in one press."""

from __future__ import annotations

import random
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM
from voelspriet.listen.drawings.actions import create_map_round
from voelspriet.listen.drawings.choices import RoundState
from voelspriet.listen.drawings.queries import map_rounds
from voelspriet.listen.drawings.rules.legend import usual_kinds
from voelspriet.listen.evenings.actions.holding import audit_evening, prepared_evening
from voelspriet.listen.evenings.actions.preparing import add_part
from voelspriet.listen.evenings.choices import ItemKind
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.listen.evenings.rules.map_rounds import OPENS_BEFORE, evening_question

CAN_BE_HELD = frozenset({RoundState.TO_COME, RoundState.OPEN})


@action
def hold_map_round(
    *,
    reference: str,
    by: Actor,
    at: datetime,
    map_round_reference: str = "",
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Put a round of maps at the end of the programme and return its reference.

    Without a reference a new one is made in the area of the evening: the usual question and kinds,
    open from an hour before the evening until somebody closes it. Refuses what began, a round
    that is over or of another area, one that is on the programme, a full programme. OutOfScope
    for anyone but the advisers of its area.
    """
    evening = prepared_evening(reference, by)
    held = map_round_reference
    if held:
        _must_fit(evening, held, by, at)
    else:
        held = _made(evening, by, at, rng)
    add_part(reference=reference, kind=ItemKind.MAP_ROUND, map_round_reference=held, by=by, at=at)
    audit_evening("evening.hold_map_round", evening, by, at, map_round=held)
    return held


def _must_fit(evening: Evening, held: str, by: Actor, at: datetime) -> None:
    page = map_rounds(by=by, at=at, area_id=evening.area_id)
    fits = {one.reference for one in page.items if one.state in CAN_BE_HELD}
    if held not in fits:
        raise Refused(_("Kies een kaartronde van dit gebied."), field="map_round")
    if EveningItem.objects.filter(evening=evening, map_round_reference=held).exists():
        raise Refused(_("Deze kaartronde staat al op het programma."), field="map_round")


def _made(evening: Evening, by: Actor, at: datetime, rng: random.Random) -> str:
    asked = evening_question()
    return create_map_round(
        area_id=evening.area_id,
        question=asked["nl"],
        translations={code: words for code, words in asked.items() if code != "nl"},
        kinds=usual_kinds(),
        opens_at=evening.starts_at - OPENS_BEFORE,
        by=by,
        at=at,
        rng=rng,
    )
