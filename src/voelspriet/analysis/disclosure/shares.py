# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shares beside counts: what a rounded percentage with its base tells about the counts."""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction
from math import ceil, floor

from voelspriet.analysis.disclosure.cells import Cell, Fact
from voelspriet.analysis.disclosure.thresholds import may_show_share

PERCENT = 100
HALF = Fraction(1, 2)


def numerators_of_share(*, numerator: int, base: int, decimals: int) -> tuple[int, int]:
    """Return the least and the most that `numerator` can be for who reads the percentage.

    The reader knows the base and the percentage, rounded to `decimals`. Which way a half is
    rounded depends on the program that rounds: numerators exactly on a half are left out, and a
    share that is itself on a half is taken as known. So the reader is never taken to know less
    than is so. Raises ValueError for a numerator outside 0 to `base`, a base of 0 and a negative
    number of decimals.
    """
    if not 0 <= numerator <= base or not base or decimals < 0:
        raise ValueError("a share has a base above 0, and a numerator from 0 to its base")
    step = Fraction(base, PERCENT * 10**decimals)  # of the numerator, per last decimal
    nearest = floor(numerator / step + HALF)
    if (nearest - HALF) * step == numerator:
        return numerator, numerator
    least, most = floor((nearest - HALF) * step) + 1, ceil((nearest + HALF) * step) - 1
    return max(least, 0), min(most, base)


def share_cells(
    numerator: Cell, base: Cell, *, decimals: int | None, key: Hashable = "share"
) -> list[Cell]:
    """Return the cells of a published percentage: the share itself, and the rest of its base.

    The numerator's atoms are among those of the base; both may be in tables of their own. The
    share has the key (key, key of the numerator), is published with its base, and may be shown
    from a base of 10 with at least 5 on either side. Showing it tells the base, and the numerator
    as far as the rounding leaves it open; with `decimals` None the numerator is taken as known.
    The rest ((key, key of the numerator, "rest")) is never shown and must stay uncertain when it
    is 0-4.
    Raises ValueError when the numerator is no part of the base.
    """
    if not numerator.atoms < base.atoms:
        raise ValueError("the numerator of a share is a part of its base")
    known = (numerator.count, numerator.count)
    if decimals is not None:
        known = numerators_of_share(numerator=numerator.count, base=base.count, decimals=decimals)
    told = (Fact(numerator.atoms, *known), Fact(base.atoms, base.count, base.count))
    share = Cell(
        (key, numerator.key),
        numerator.atoms,
        numerator.count,
        may_show=numerator.may_show,
        tells=told,
        offered=may_show_share(numerator=numerator.count, base=base.count),
    )
    left = base.count - numerator.count
    rest_key = (key, numerator.key, "rest")
    return [share, Cell(rest_key, base.atoms - numerator.atoms, left, offered=False)]
