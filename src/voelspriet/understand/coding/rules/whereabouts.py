# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which areas of a study so many spoke from one side that an area leads to nobody.

For who reads along, a policy adviser. Fewer than three speakers of a side are never told apart by
area; where one area would then be the only one left, the smallest other one stays untold with it.
"""

from __future__ import annotations

from collections.abc import Mapping

from voelspriet.listen.conversations.rules.studies import LEAST

LEAST_AREAS = 2  # one area that is not told would be told by the others


def told_areas(speakers: Mapping[int, int]) -> frozenset[int]:
    """Return the areas that may be told, of the number of speakers of one side in each.

    What is not told holds nobody, or at least three speakers in at least two areas. When that
    cannot be, no area is told. An area where nobody of this side was counted is never told.

    >>> sorted(told_areas({1: 3, 2: 8}))
    [1, 2]
    >>> sorted(told_areas({1: 3, 2: 1, 3: 8}))
    [3]
    >>> sorted(told_areas({1: 3, 2: 1}))
    []
    """
    ordered = sorted((number, area) for area, number in speakers.items() if number > 0)
    hidden = [one for one in ordered if one[0] < LEAST]
    told = ordered[len(hidden) :]
    while hidden and told and not _covers(hidden):
        hidden.append(told.pop(0))
    return frozenset(area for _number, area in told)


def _covers(hidden: list[tuple[int, int]]) -> bool:
    return len(hidden) >= LEAST_AREAS and sum(number for number, _area in hidden) >= LEAST
