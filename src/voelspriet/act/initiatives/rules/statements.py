# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which status holds when sources say different things. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from voelspriet.act.initiatives.choices import InitiativeStatus

# the reason of a settlement that came with a newer statement
REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: what, when, in which order it came in, and whether it was settled."""

    status: InitiativeStatus
    said_on: date
    order: int
    is_settled: bool


def standing(statements: Iterable[Said]) -> tuple[InitiativeStatus, bool]:
    """Return the status to show and whether unsettled statements contradict each other.

    Nothing is weighed: as long as they contradict, the last one said is shown first and every
    one of them beside it. Without any statement it is still an idea.

    >>> day = date(2026, 3, 2)
    >>> standing([Said(InitiativeStatus.STOPPED, day, 1, False),
    ...           Said(InitiativeStatus.ACTIVE, day, 2, False)])[1]
    True
    """
    unsettled = [
        one
        for one in statements
        if not one.is_settled and one.status != InitiativeStatus.IDEA  # an idea may become anything
    ]
    if not unsettled:
        return InitiativeStatus.IDEA, False
    last = max(unsettled, key=lambda one: (one.said_on, one.order))
    return last.status, len({one.status for one in unsettled}) > 1
