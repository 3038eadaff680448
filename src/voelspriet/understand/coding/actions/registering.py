# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in texts by themselves, and letting go of those whose words are gone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.models import Source, Speaker
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import EveningNote, Vote
from voelspriet.listen.intake.rules.person_flag import points_at_person
from voelspriet.understand.coding.choices import MaterialKind, SensitiveReason, Side
from voelspriet.understand.coding.models import Material
from voelspriet.understand.coding.rules.access import codable_signals, may_code
from voelspriet.understand.coding.rules.texts import digest_of

AT_ONCE = 500


def take_in_everywhere(*, by: Actor, at: datetime) -> int:
    """Take in what is new in every municipality; return how many texts. May run at any time."""
    taken = 0
    for town in municipalities():
        while some_new(town.id):
            taken += take_in(municipality_id=town.id, by=by, at=at)
    return taken


def some_new(municipality_id: int) -> bool:
    """Tell whether a municipality has anything to take in or let go."""
    return (
        next(_new(municipality_id), None) is not None
        or _gone(municipality_id).exists()
        or _sideless(municipality_id).exists()
    )


@action
def take_in(
    *, municipality_id: int, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> int:
    """Take in at most five hundred new texts and let go of those whose words are gone.

    Never a signal that points at a person, waits for a yes, is for the advisers alone or was
    withdrawn; of an evening only once it is over. For researchers of the municipality and the job.
    """
    if by.is_staff and not (may_code(by) and by.municipality_id == municipality_id):
        raise Refused(_("Alleen een onderzoeker mag dit."))
    gone = _gone(municipality_id).count()
    _gone(municipality_id).delete()
    for material in _sideless(municipality_id)[:AT_ONCE]:
        material.side = side_of(material.source) if material.source else Side.UNKNOWN
        material.save(update_fields=["side"])
    new = list(islice(_new(municipality_id), AT_ONCE))
    rng.shuffle(new)
    for material in new:
        material.reference = new_reference("F", rng=rng)
        material.municipality_id = municipality_id
    Material.objects.bulk_create(new, batch_size=100)
    record(
        "material.take_in",
        by=by,
        at=at,
        subject="material",
        municipality_id=municipality_id,
        new=len(new),
        gone=gone,
    )
    return len(new)


def side_of(source: Source) -> Side:
    """Return from which side a conversation speaks: that of its speakers."""
    sides = set(Speaker.objects.filter(source=source).values_list("perspective", flat=True))
    if not sides:
        return Side.UNKNOWN
    return Side(sides.pop()) if len(sides) == 1 else Side.BOTH


def material_of_source(source: Source) -> Material:
    """Return the material of a conversation, not stored and without a reference."""
    return Material(
        kind=MaterialKind.SOURCE,
        source=source,
        study_id=source.study_id,
        area_id=source.area_id,
        side=side_of(source),
        arrived_on=source.held_on,
        length=len(source.text),
        digest=digest_of(source.text),
    )


def _new(municipality_id: int) -> Iterator[Material]:
    """Give what is not taken in yet, not stored."""
    yield from _sources(municipality_id)
    yield from _signals(municipality_id)
    yield from _notes(municipality_id)
    yield from _answers(municipality_id)


def _missing(home: str) -> Q:
    return Q(~Exists(Material.objects.filter(**{f"{home}_id": OuterRef("pk")})))


def _sources(municipality_id: int) -> Iterator[Material]:
    found = Source.objects.filter(_missing("source"), study__municipality_id=municipality_id)
    yield from (material_of_source(one) for one in found.order_by("pk")[:AT_ONCE])


def _signals(municipality_id: int) -> Iterator[Material]:
    found = codable_signals().filter(_missing("signal"), municipality_id=municipality_id)
    for one in found.order_by("pk")[:AT_ONCE]:
        yield Material(
            kind=MaterialKind.SIGNAL,
            signal=one,
            area_id=one.area_id or one.responsible_area_id,
            side=Side.PROFESSIONAL if one.professional_kind else Side.RESIDENT,
            arrived_on=dutch_day(one.received_at),
            length=len(one.text),
            digest=digest_of(one.text),
        )


def _notes(municipality_id: int) -> Iterator[Material]:
    found = EveningNote.objects.filter(
        _missing("note"),
        evening__municipality_id=municipality_id,
        evening__state=EveningState.CLOSED,
    )
    for one in found.select_related("evening").order_by("pk")[:AT_ONCE]:
        yield Material(
            kind=MaterialKind.NOTE,
            note=one,
            area_id=one.evening.area_id,
            arrived_on=dutch_day(one.evening.starts_at),
            length=len(one.text),
            digest=digest_of(one.text),
            is_sensitive=one.is_left_out,
            sensitive_reason=SensitiveReason.LEFT_OUT if one.is_left_out else "",
        )


def _answers(municipality_id: int) -> Iterator[Material]:
    found = Vote.objects.filter(
        _missing("answer"),
        item__evening__municipality_id=municipality_id,
        item__evening__state=EveningState.CLOSED,
    ).exclude(text="")
    for one in found.select_related("item__evening").order_by("pk")[:AT_ONCE]:
        points = points_at_person(one.text)
        yield Material(
            kind=MaterialKind.ANSWER,
            answer=one,
            area_id=one.item.evening.area_id,
            arrived_on=dutch_day(one.item.evening.starts_at),
            length=len(one.text),
            digest=digest_of(one.text),
            is_sensitive=points,
            sensitive_reason=SensitiveReason.PERSON if points else "",
        )


def _gone(municipality_id: int) -> QuerySet[Material]:
    """Return material whose words were destroyed where they lived."""
    return Material.objects.filter(
        Q(signal__withdrawn_at__isnull=False) | Q(signal__text="") | Q(answer__text=""),
        municipality_id=municipality_id,
    )


def _sideless(municipality_id: int) -> QuerySet[Material]:
    """Return conversations of which it was not known who spoke, and now is."""
    spoke = Speaker.objects.filter(source_id=OuterRef("source_id"))
    return Material.objects.filter(
        Exists(spoke), municipality_id=municipality_id, side=Side.UNKNOWN
    ).select_related("source")
