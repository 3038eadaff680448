# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be shown when nothing else is known: counts, shares, means, sensitive matters."""

from __future__ import annotations

from dataclasses import dataclass

THRESHOLD = 5  # counts 0-4 are never shown
SMALLEST_BASE = 10  # of a share or a mean
SMALLEST_BASE_FOR_ERROR = 30  # below it a standard error says too much about single answers
ROUND_BASE_TO = 10
SENSITIVE_DAYS = 14
SENSITIVE_REPORTERS = 5


def is_small(count: int) -> bool:
    """Tell whether a count of 0-4 must be hidden. Raises ValueError below 0."""
    if count < 0:
        raise ValueError("a count is 0 or more")
    return count < THRESHOLD


def may_show_share(*, numerator: int, base: int) -> bool:
    """Tell whether a share may be shown: base at least 10, both parts at least 5."""
    if not 0 <= numerator <= base:
        raise ValueError("a numerator lies between 0 and its base")
    return base >= SMALLEST_BASE and not is_small(numerator) and not is_small(base - numerator)


def may_show_sensitive(*, reporters: int, youngest_days: int) -> bool:
    """Tell whether a sensitive matter may be told: 5 separate reporters, all 14 days ago."""
    return reporters >= SENSITIVE_REPORTERS and youngest_days >= SENSITIVE_DAYS


@dataclass(frozen=True, slots=True)
class MeanShown:
    """A mean as it may be published: `base` rounded to tens, `error` None below n = 30."""

    mean: float
    error: float | None
    base: int


def show_mean(*, mean: float, error: float, n: int) -> MeanShown | None:
    """Return a mean with what may stand beside it; None below n = 10."""
    if n < SMALLEST_BASE:
        return None
    # half up: rounding to even would make the step around 25 differ from that around 35
    rounded = (n + ROUND_BASE_TO // 2) // ROUND_BASE_TO * ROUND_BASE_TO
    return MeanShown(mean, error if n >= SMALLEST_BASE_FOR_ERROR else None, rounded)
