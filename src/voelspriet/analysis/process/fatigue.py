# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reporting fatigue: do people who were not answered come back less often?

A difference, not an effect: who is answered and who is not differ in more than the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt

from voelspriet.analysis.process.rates import SHOWN_FROM_DUE
from voelspriet.analysis.proportions import Z_95


@dataclass(frozen=True, slots=True)
class FatigueCase:
    """One report whose promise day lies at least 12 months back.

    `reporter` is None when it cannot be linked to other reports; `stratum` is area × category;
    `came_back` says whether the same reporter told something within 12 months after that day.
    Give cases in order of the promise day: of one reporter the first per stratum counts.
    """

    reporter: Hashable | None
    stratum: Hashable
    was_answered: bool
    came_back: bool


@dataclass(frozen=True, slots=True)
class Fatigue:
    """Share coming back when unanswered minus when answered, within strata, with 95 % interval.

    `difference` is None when no stratum holds both kinds; the interval is None too when in each
    of them nobody, or everybody, came back: such reports do not show how much chance there is.
    `compared` counts the linkable reports in strata of both kinds, `not_linkable` is a share of
    all due.
    """

    difference: float | None
    low: float | None
    high: float | None
    answered: int
    unanswered: int
    compared: int
    not_linkable: float
    due: int

    @property
    def may_be_shown(self) -> bool:
        """Tell whether enough linkable reports are compared to say anything."""
        return self.low is not None and self.compared >= SHOWN_FROM_DUE


def fatigue(cases: Sequence[FatigueCase]) -> Fatigue:
    """Return the stratified difference (Mantel-Haenszel risk difference).

    Weights and variance as Greenland & Robins (1985), Biometrics 41:55-68.
    """
    seen: set[tuple[Hashable, Hashable]] = set()
    # per stratum: [unanswered back, unanswered not, answered back, answered not]
    tables: defaultdict[Hashable, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    unlinked = 0
    for case in cases:
        if case.reporter is None:
            unlinked += 1
            continue
        if (case.reporter, case.stratum) in seen:
            continue
        seen.add((case.reporter, case.stratum))
        tables[case.stratum][2 * case.was_answered + (not case.came_back)] += 1
    unanswered = sum(t[0] + t[1] for t in tables.values())
    answered = sum(t[2] + t[3] for t in tables.values())
    share = unlinked / len(cases) if cases else 0.0
    both = [t for t in tables.values() if t[0] + t[1] and t[2] + t[3]]
    difference, low, high = _risk_difference(both)
    compared = sum(map(sum, both))
    return Fatigue(difference, low, high, answered, unanswered, compared, share, len(cases))


def _risk_difference(
    tables: Sequence[Sequence[int]],  # each with reports of both kinds
) -> tuple[float | None, float | None, float | None]:
    weight = total = variance = 0.0
    for a, b, c, d in tables:
        n1, n0 = a + b, c + d
        n = n1 + n0
        weight += n1 * n0 / n
        total += (a * n0 - c * n1) / n
        variance += (a * b * n0**3 + c * d * n1**3) / (n1 * n0 * n**2)
    if not weight:
        return None, None, None
    difference, half = total / weight, Z_95 * sqrt(variance) / weight
    if not variance:
        return difference, None, None
    return difference, max(-1.0, difference - half), min(1.0, difference + half)
