# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who came, as counts beside which the population can be laid; small counts are not shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.ground.areas.choices import AgeGroup, StayLength
from voelspriet.ground.areas.queries import areas_within
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.choices import PresenceAspect
from voelspriet.listen.evenings.models import Evening, PresenceCount
from voelspriet.listen.evenings.queries.standing import noted_evening
from voelspriet.listen.evenings.rules.room import SMALLEST_SHOWN

ELSEWHERE = "elsewhere"
HERE = "here"
NOT_HERE = "none"
Categories = dict[PresenceAspect, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class PresenceLine:
    """How many of one category came; None when fewer than five, so that nobody is pointed at."""

    category: str
    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """One aspect of who came. `answered` is None when a hidden count would follow from it."""

    aspect: PresenceAspect
    label: str
    lines: tuple[PresenceLine, ...]
    answered: int | None


def categories_of(evening: Evening) -> Categories:
    """Return what can be answered per aspect; parts are the areas inside that of the evening."""
    inside = [row for row in areas_within(area_id=evening.area_id) if row.id != evening.area_id]
    parts = [(row.code, row.name) for row in inside] or [(HERE, evening.area.name)]
    return {
        PresenceAspect.AGE: [(one.value, str(one.label)) for one in AgeGroup],
        PresenceAspect.LENGTH_OF_STAY: [
            *((one.value, str(one.label)) for one in StayLength),
            (NOT_HERE, _("Ik woon hier niet")),
        ],
        PresenceAspect.PART: [*parts, (ELSEWHERE, _("Ergens anders"))],
    }


def card_of(*, evening_reference: str) -> Categories | None:
    """Return the answers of the card of an evening; None when there is no such evening."""
    found = Evening.objects.select_related("area").filter(reference=evening_reference).first()
    return categories_of(found) if found else None


def presence(*, reference: str, by: Actor) -> tuple[PresenceRow, ...]:
    """Return who came, for whoever takes notes or leads.

    A count of 1 to 4 is hidden. When exactly one is hidden, the smallest other goes with it and
    the total is left out, so that no subtraction gives it back.
    """
    return presence_of(noted_evening(reference=reference, by=by))


def presence_of(evening: Evening) -> tuple[PresenceRow, ...]:
    """Return who came to an evening that was found, small counts hidden."""
    found = PresenceCount.objects.filter(evening=evening)
    counts = {(one.aspect, one.category): one.count for one in found}
    return tuple(
        _row(aspect, lines, {name: counts.get((aspect, name), 0) for name, _label in lines})
        for aspect, lines in categories_of(evening).items()
    )


def _row(
    aspect: PresenceAspect, lines: list[tuple[str, str]], counts: dict[str, int]
) -> PresenceRow:
    hidden = {name for name, number in counts.items() if 0 < number < SMALLEST_SHOWN}
    if len(hidden) == 1:
        rest = [(number, name) for name, number in counts.items() if number and name not in hidden]
        hidden |= {min(rest)[1]} if rest else set()
    return PresenceRow(
        aspect=aspect,
        label=str(aspect.label),
        lines=tuple(
            PresenceLine(name, label, None if name in hidden else counts[name])
            for name, label in lines
        ),
        answered=None if hidden else sum(counts.values()),
    )
