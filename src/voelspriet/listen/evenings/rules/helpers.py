# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what at an evening: its adviser, and whoever helps with a link, each their part."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.models import Evening


@dataclass(frozen=True, slots=True)
class Helper(Actor):
    """Somebody without an account who helps at one evening, by a link (hulp op een avond).

    It holds no role of the house and no area: nothing outside its evening opens for it.
    """

    evening_id: int = 0
    evening_reference: str = ""
    evening_role: EveningRole = EveningRole.SCREEN
    link_id: int = 0


def advises(by: Actor, evening: Evening) -> bool:
    """Tell whether an evening is `by`'s own: an adviser of its area, and no helper."""
    return by.municipality_id == evening.municipality_id and by.advises(evening.area_id)


def may_lead(by: Actor, evening: Evening) -> bool:
    """Tell whether `by` may steer an evening: the advisers of its area, a co-facilitator."""
    return _may(by, evening, EveningRole.CO_FACILITATOR)


def may_take_notes(by: Actor, evening: Evening) -> bool:
    """Tell whether `by` may write down what was said: who leads, and note-takers."""
    return _may(by, evening, EveningRole.CO_FACILITATOR, EveningRole.NOTE_TAKER)


def may_look(by: Actor, evening: Evening) -> bool:
    """Tell whether `by` may see the screen of an evening: everybody who helps."""
    return _may(by, evening, *EveningRole)


def _may(by: Actor, evening: Evening, *roles: EveningRole) -> bool:
    if isinstance(by, Helper):
        return by.evening_id == evening.pk and by.evening_role in roles
    return advises(by, evening)
