# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Krippendorff's alpha: any number of coders, missing values, four levels of measurement."""

from __future__ import annotations

import numpy as np

from voelspriet.analysis.agreement.bootstrap import (
    REPLICATIONS,
    Progress,
    draws,
    interval,
    too_few,
)
from voelspriet.analysis.agreement.distances import Pairs, pairs_of
from voelspriet.analysis.agreement.items import Items, read_items
from voelspriet.analysis.agreement.results import ALPHA, Agreement, Interval, ItemAgreement, Level
from voelspriet.analysis.frames import FrameLike
from voelspriet.analysis.frames.frame import Vector

ONE_VALUE = "all values are the same: nothing tells agreement from chance"


def alpha(
    data: FrameLike,
    *,
    level: Level | str = Level.NOMINAL,
    rng: np.random.Generator,
    replications: int = REPLICATIONS,
    progress: Progress | None = None,
) -> ItemAgreement:
    """Return how far coders agree on the values of items beyond chance.

    `data` has rows `item, coder, value`; a missing row or an empty value is a missing value, and
    items with fewer than two values are left out and counted. `level` says what the distance of two
    values is: nominal (the same or not), ordinal (how many values lie between), interval (their
    difference) or ratio (their difference relative to their sum). Formulas and the frozen example
    of 4 observers and 12 units: Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability".
    alpha is undefined when there is but one value.

    The 95 % interval draws items `replications` times (see `bootstrap`); below eight items there is
    none. `progress` hears how far it is. Raises ColumnError and InputError as `read_items` does,
    and ValueError for a level that is none.
    """
    level = Level(level)
    items = read_items(data, level)
    pairs = pairs_of(items, level)
    value = float(_alphas(pairs, items.times[np.newaxis].astype(np.float64))[0])
    why = ONE_VALUE if np.isnan(value) else ""
    found = (
        Interval(None, None, why) if why else _interval(pairs, items, rng, replications, progress)
    )
    units = int(items.times.sum())
    agreement = Agreement(
        "", ALPHA, None if why else value, why, found, units, items.coders
    )  # fmt: skip
    return ItemAgreement(agreement, items.alone, int(items.sizes @ items.times), items.missing)


def _alphas(pairs: Pairs, times: Vector) -> Vector:
    """Return an alpha per replication; NaN where there is but one value."""
    observed, expected, total = pairs.disagreement(times)
    share = np.divide(observed, expected, out=np.full(len(times), np.nan), where=expected > 0)
    return np.asarray(1 - (total - 1) * share, dtype=np.float64)


def _interval(
    pairs: Pairs,
    items: Items,
    rng: np.random.Generator,
    replications: int,
    progress: Progress | None,
) -> Interval:
    units = int(items.times.sum())
    if none := too_few(units, "items with two values"):
        return none
    blocks = [_alphas(pairs, times) for times in draws(items.times, rng, replications, progress)]
    return interval(np.concatenate(blocks), units, "items")
