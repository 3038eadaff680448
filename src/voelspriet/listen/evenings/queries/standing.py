# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The evening somebody stands in: found by its reference, for whoever may do that there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening
from voelspriet.listen.evenings.rules.helpers import (
    advises,
    may_lead,
    may_look,
    may_take_notes,
)

SOURCE_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class Standing:
    """An evening in a few words, for the head of a page."""

    reference: str
    title: str
    area_name: str
    area_id: int
    place: str
    starts_at: datetime
    state: EveningState

    @property
    def is_open(self) -> bool:
        """Whether it is under way."""
        return self.state == EveningState.OPEN

    @property
    def is_closed(self) -> bool:
        """Whether it is over."""
        return self.state == EveningState.CLOSED


def standing(*, reference: str, by: Actor) -> Standing:
    """Return the head of an evening for whoever helps there. OutOfScope for everybody else."""
    return head_of(_evening(reference, by, may_look))


def led_evening(*, reference: str, by: Actor) -> Evening:
    """Return an evening whose links and course are `by`'s: advisers, and no helper."""
    return _evening(reference, by, advises)


def steered_evening(*, reference: str, by: Actor) -> Evening:
    """Return an evening `by` may steer: an adviser or a co-facilitator."""
    return _evening(reference, by, may_lead)


def noted_evening(*, reference: str, by: Actor) -> Evening:
    """Return an evening `by` may take notes at."""
    return _evening(reference, by, may_take_notes)


def head_of(evening: Evening) -> Standing:
    """Return an evening in a few words, in the language of who reads."""
    titles = evening.titles
    title = titles.get(get_language() or "") or titles.get(SOURCE_LANGUAGE) or evening.area.name
    return Standing(
        reference=evening.reference,
        title=title,
        area_name=evening.area.name,
        area_id=evening.area_id,
        place=evening.place,
        starts_at=evening.starts_at,
        state=EveningState(evening.state),
    )


def _evening(reference: str, by: Actor, allows: Callable[[Actor, Evening], bool]) -> Evening:
    found = Evening.objects.select_related("area", "version").defer("version__definition")
    evening = found.filter(reference=reference).first()
    if evening is None or not allows(by, evening):
        raise OutOfScope(_("Deze avond is er niet."))
    return evening
