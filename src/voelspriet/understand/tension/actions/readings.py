# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying how tense it is: a new reading, or a correction of the newest one."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.tension.choices import Phase
from voelspriet.understand.tension.models import TensionReading
from voelspriet.understand.tension.rules import (
    LONGEST_AGO,
    MOST_MATTERS,
    clean_matter,
    clean_reason,
    must_advise,
    visible_readings,
)


@action
def read_tension(
    *,
    area_id: int,
    matter: str,
    phase: Phase,
    reason: str,
    since: date,
    by: Actor,
    at: datetime,
    is_nobody: bool = False,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Say in which phase an area is, or one matter in it, and why; return the reference.

    It replaces the reading before it, whose words stay. The same phase may be said again: that
    answers "still so?", and the day it began stands. Refuses: no reason; words that point at a
    person (`is_nobody` sets doubt aside) or speak of origin, belief, orientation or health; a
    matter that names people; a day still to come, more than 60 days ago, or before the reading it
    replaces; a thirteenth matter.
    OutOfScope: an area of which `by` is no adviser.
    """
    must_advise(by, area_id)
    area = Area.objects.select_for_update().get(pk=area_id)
    named = clean_matter(matter, is_nobody=is_nobody)
    words = clean_reason(reason, is_nobody=is_nobody)
    current = TensionReading.objects.filter(area_id=area_id, replaced_at__isnull=True)
    former = current.filter(matter__iexact=named).first()
    if former is not None and former.phase == phase:
        since = former.since  # it went on: the day it began stands
    else:
        _refuse_day(since, dutch_day(at), former.since if former else None)
    open_ones = current.exclude(matter="").exclude(phase=Phase.REST)
    if former is None and named and open_ones.count() >= MOST_MATTERS:
        raise Refused(_("Er zijn hier al twaalf kwesties. Zet eerst een kwestie op rust."))
    if former is not None:
        named = former.matter  # in the words it had
        TensionReading.objects.filter(pk=former.pk).update(replaced_at=at)
    made = _store(area, _Said(named, phase, words, since), by, at, rng=rng)
    _record("tension.read", made, by, at)
    return made.reference


@action
def correct_reading(
    *,
    reference: str,
    phase: Phase,
    reason: str,
    since: date,
    by: Actor,
    at: datetime,
    is_nobody: bool = False,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Correct the newest reading with a new row that says so; return its reference.

    What was wrong stays readable and is marked. Refuses as `read_tension`, and a reading that was
    replaced already. OutOfScope: a reading of an area of which `by` is no adviser.
    """
    wrong = visible_readings(by).select_for_update().filter(reference=reference).first()
    if wrong is None:
        raise OutOfScope(_("Deze stand is er niet."))
    must_advise(by, wrong.area_id)
    if wrong.replaced_at is not None:
        raise Refused(_("Hier kwam al een nieuwe stand na. Verbeter de nieuwste."))
    words = clean_reason(reason, is_nobody=is_nobody)
    before = TensionReading.objects.filter(
        area_id=wrong.area_id, matter=wrong.matter, was_wrong=False, replaced_at__isnull=False
    )
    former = before.order_by("-made_at", "-id").first()
    _refuse_day(since, dutch_day(at), former.since if former else None)
    TensionReading.objects.filter(pk=wrong.pk).update(replaced_at=at, was_wrong=True)
    said = _Said(wrong.matter, phase, words, since)
    made = _store(wrong.area, said, by, at, rng=rng, corrects=True)
    _record("tension.correct", made, by, at)
    return made.reference


@dataclass(frozen=True, slots=True)
class _Said:
    matter: str
    phase: Phase
    words: str
    since: date


def _store(
    area: Area, said: _Said, by: Actor, at: datetime, *, rng: random.Random, corrects: bool = False
) -> TensionReading:
    return TensionReading.objects.create(
        municipality_id=by.municipality_id or 0,
        area=area,
        reference=new_reference("F", rng=rng),
        matter=said.matter,
        phase=said.phase,
        reason=said.words,
        since=said.since,
        is_correction=corrects,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )


def _refuse_day(since: date, today: date, earliest: date | None) -> None:
    if since > today or (earliest is None and since < today - LONGEST_AGO):
        raise Refused(_("Kies een dag die geweest is, niet langer dan 60 dagen geleden."),
                      field="since")  # fmt: skip
    if earliest is not None and since < earliest:
        raise Refused(_("Deze dag ligt voor de stand van daarvoor."), field="since")


def _record(name: str, made: TensionReading, by: Actor, at: datetime) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="tension",
        reference=made.reference,
        municipality_id=made.municipality_id,
        phase=str(made.phase),
    )
