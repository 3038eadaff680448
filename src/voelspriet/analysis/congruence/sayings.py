# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be said of the difference of two shares, and how many speakers that still needs."""

from __future__ import annotations

from voelspriet.analysis.congruence.clusters import Spoken
from voelspriet.analysis.congruence.results import Needed, Saying
from voelspriet.analysis.proportions import newcombe, normal_point

LEVEL = 0.95  # for "less" and "more"
LEVEL_EQUAL = 0.90  # two one-sided tests at 5 % for "equally"
ROUNDING = 1e-9
MOST = 100_000  # speakers per side; nobody asks more


def difference_interval(
    residents: Spoken, professionals: Spoken, level: float
) -> tuple[float, float]:
    """Return Newcombe's interval of the residents' share minus the professionals'."""
    return newcombe(
        residents.share,
        residents.effective(level),
        professionals.share,
        professionals.effective(level),
        normal_point(level),
    )


def saying(residents: Spoken, professionals: Spoken, delta: float) -> Saying:
    """Return what may be said: more, less, equally, or undetermined.

    *More* or *less* (by residents) when the 95 % interval of the difference excludes 0 and the
    difference is at least `delta`; *equally* when the 90 % interval lies inside ±`delta`, which is
    two one-sided tests (Schuirmann 1987, Journal of Pharmacokinetics and Biopharmaceutics
    15:657-680). "Equally" thus needs proof too: few speakers leave it undetermined.
    """
    difference = residents.share - professionals.share
    low, high = difference_interval(residents, professionals, LEVEL)
    # shares such as 0.4 and 0.3 differ by a little less than 0.1 in binary
    if (low > 0 or high < 0) and abs(difference) >= delta - ROUNDING:
        return Saying.MORE if difference > 0 else Saying.LESS
    low, high = difference_interval(residents, professionals, LEVEL_EQUAL)
    if -delta < low and high < delta:
        return Saying.EQUALLY
    return Saying.UNDETERMINED


def needed(residents: Spoken, professionals: Spoken, delta: float) -> Needed | None:
    """Return how many more speakers would settle it if both shares stay as they are.

    Both sides grow to one number, in conversations of the same size, and the professionals not
    beyond their list. None when not even 100,000 a side would: the difference lies on the margin.
    """

    def settled(speakers: int) -> bool:
        grown = residents.grown(speakers), professionals.grown(speakers)
        return saying(*grown, delta) is not Saying.UNDETERMINED

    low, high = 1, 2
    while not settled(high):
        low, high = high, high * 2
        if low > MOST:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if settled(middle) else (middle, high)
    return Needed(
        residents=int(residents.grown(high).asked - residents.asked),
        professionals=int(professionals.grown(high).asked - professionals.asked),
    )
