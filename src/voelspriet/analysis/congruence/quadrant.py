# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The congruence matrix: does what is visibly done match how worried people are?

Eysink Smeets, Moors & Baetens: the visible action on a problem should be in keeping with how far
the public sees it as one. Concern against attention gives four quadrants, each with its advice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isnan
from types import MappingProxyType

from voelspriet.analysis.errors import InputError


class Quadrant(StrEnum):
    """Where a problem stands: are people worried, and is it visibly attended to?"""

    CONCERN_AND_ATTENTION = "concern and attention"
    CONCERN_WITHOUT_ATTENTION = "concern without attention"
    ATTENTION_WITHOUT_CONCERN = "attention without concern"
    NEITHER = "neither"


ADVICE: Mapping[Quadrant, tuple[str, ...]] = MappingProxyType(
    {
        Quadrant.CONCERN_AND_ATTENTION: (
            "stay_explicit",
            "recognise_emotion",
            "confirm_norm",
            "reach_only_the_worried",
        ),
        Quadrant.CONCERN_WITHOUT_ATTENTION: (
            "start_explicit",
            "targeted_attention",
            "reach_only_the_worried",
        ),
        # visible action can itself create unsafety
        Quadrant.ATTENTION_WITHOUT_CONCERN: ("hold_back",),
        Quadrant.NEITHER: ("low_profile", "keep_watching"),
    }
)
"""Keys of what to do, in order; pass a mapping of your own to `quadrant` to change them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The quadrant of one problem with its advice, or why it has none.

    `quadrant` is None, and `advice` empty, when a measure is missing: `why_not` says which.
    """

    quadrant: Quadrant | None
    advice: tuple[str, ...]
    why_not: str = ""


def quadrant(
    concern: float | None,
    attention: float | None,
    *,
    concern_from: float,
    attention_from: float,
    advice: Mapping[Quadrant, tuple[str, ...]] = ADVICE,
) -> Placed:
    """Return where a problem stands in the congruence matrix, with the keys of its advice.

    `concern` and `attention` are any measures where more is more (a share of residents that is
    worried, a number of visible actions); at `concern_from` and `attention_from` there is concern
    and attention. A measure that is None or NaN gives no quadrant. `advice` replaces the keys.
    Raises InputError for a threshold that is NaN, and for advice without one of the quadrants.
    """
    if isnan(concern_from) or isnan(attention_from):
        raise InputError("a threshold is a number")
    if forgotten := [name for name in Quadrant if name not in advice]:
        raise InputError(f"there is no advice for {forgotten[0]}")
    measures = (("concern", concern), ("attention", attention))
    missing = [name for name, value in measures if value is None or isnan(value)]
    if missing or concern is None or attention is None:
        return Placed(None, (), f"no measure of {' and '.join(missing)}")
    found = _QUADRANTS[concern >= concern_from, attention >= attention_from]
    return Placed(found, tuple(advice[found]))


_QUADRANTS = {
    (True, True): Quadrant.CONCERN_AND_ATTENTION,
    (True, False): Quadrant.CONCERN_WITHOUT_ATTENTION,
    (False, True): Quadrant.ATTENTION_WITHOUT_CONCERN,
    (False, False): Quadrant.NEITHER,
}
