# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a round of maps, opening it and closing it."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import ALPHABET, SYSTEM_RANDOM, new_reference
from voelspriet.listen.drawings.models import MapResult, MapRound
from voelspriet.listen.drawings.rules.legend import entries_of
from voelspriet.listen.drawings.rules.rounds import CODE_LETTERS, leads_area, visible_rounds
from voelspriet.listen.drawings.told import QUESTION_LIMIT


@action
def create_map_round(
    *,
    area_id: int,
    question: str,
    kinds: Sequence[str],
    translations: Mapping[str, str] | None = None,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Make a round in an area and return its reference; it opens at once unless a day is given.

    Refuses: no question or too long, no known kind, an end before its start. OutOfScope: an area
    `by` does not lead.
    """
    area = Area.objects.filter(pk=area_id).first()
    town = _town_of(area)
    if area is None or town is None or not _may_make(by, area.pk, town.pk):
        raise OutOfScope(_("Dit gebied is er niet."))
    words = question.strip()
    if not words or len(words) > QUESTION_LIMIT:
        raise Refused(_("Schrijf een vraag van ten hoogste 200 tekens."), field="question")
    offered = [str(entry.kind) for entry in entries_of(kinds)]
    if not offered:
        raise Refused(_("Kies wat mensen kunnen tekenen."), field="kinds")
    start = opens_at or at
    if closes_at is not None and closes_at < start:
        raise Refused(_("De laatste dag ligt voor de eerste."), field="closes_on")
    made = MapRound.objects.create(
        municipality=town,
        area=area,
        reference=new_reference("K", rng=rng),
        code="".join(rng.choice(ALPHABET) for _letter in range(CODE_LETTERS)),
        question=words,
        question_translations={
            language: text.strip()[:QUESTION_LIMIT]
            for language, text in (translations or {}).items()
            if text.strip()
        },
        kinds=offered,
        opens_at=start,
        closes_at=closes_at,
        made_by_id=by.user_id,
        made_by_name=by.name,
        made_at=at,
    )
    audit_round("map_round.create", made, by, at, kinds=offered)
    return made.reference


@action
def open_map_round(*, reference: str, by: Actor, at: datetime) -> None:
    """Open a round now; one that was closed opens again, until somebody closes it.

    Refuses a round whose result is public, or that is emptied. OutOfScope for who does not lead it.
    """
    one = led_round(reference, by)
    _refuse_published(one)
    if one.emptied_at is not None:
        raise Refused(_("Van deze ronde is gewist wat getekend was. Begin een nieuwe."))
    one.opens_at = min(one.opens_at, at)
    one.closes_at = None
    one.save(update_fields=["opens_at", "closes_at"])
    audit_round("map_round.open", one, by, at)


@action
def close_map_round(*, reference: str, by: Actor, at: datetime) -> None:
    """Close a round now: nobody can hand in a sheet any more.

    Refuses one that is closed already or did not begin. OutOfScope for who does not lead it.
    """
    one = led_round(reference, by)
    if one.closes_at is not None and one.closes_at <= at:
        raise Refused(_("Deze ronde is al dicht."))
    if at < one.opens_at:
        raise Refused(_("Deze ronde is nog niet begonnen."))
    one.closes_at = at
    one.save(update_fields=["closes_at"])
    audit_round("map_round.close", one, by, at)


def led_round(reference: str, by: Actor) -> MapRound:
    """Return a round `by` leads, held in this transaction. For actions of this room only."""
    if by.kind is ActorKind.SYSTEM:
        found = MapRound.objects.filter(municipality_id=by.municipality_id or 0)
    else:
        found = visible_rounds(by)
    one = found.select_for_update().filter(reference=reference).first()
    if one is None or not _may_make(by, one.area_id, one.municipality_id):
        raise OutOfScope(_("Deze kaartronde is er niet."))
    return one


def _refuse_published(one: MapRound) -> None:
    if MapResult.objects.filter(round=one).exists():
        raise Refused(_("De uitkomst is al openbaar. Begin een nieuwe ronde."))


def audit_round(name: str, one: MapRound, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of something done to a round. For actions of this room only."""
    record(
        name,
        by=by,
        at=at,
        subject="map_round",
        reference=one.reference,
        municipality_id=one.municipality_id,
        **detail,
    )


def _town_of(area: Area | None) -> Municipality | None:
    if area is None:
        return None
    return Municipality.objects.filter(
        area_code=area.municipality_code, area_year=area.year
    ).first()


def _may_make(by: Actor, area_id: int, municipality_id: int) -> bool:
    """Tell whether `by` may hold a round here; the system may, for an evening or the demo."""
    if by.kind is ActorKind.SYSTEM:
        return by.municipality_id == municipality_id
    return leads_area(by, area_id, municipality_id)
