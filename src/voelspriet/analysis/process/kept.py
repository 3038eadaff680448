# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which agreements were kept, against the day that was agreed first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from voelspriet.analysis.process.rates import Rate, rate


@dataclass(frozen=True, slots=True)
class KeptCase:
    """One agreement of a party. `ended_on` is None while it is open; `term` in working days."""

    entered_on: date
    first_due_on: date
    ended_on: date | None
    is_done: bool
    term: int


@dataclass(frozen=True, slots=True)
class KeptRate:
    """The share kept among those due, with the median promised term in working days beside it.

    `entered_late` counts agreements left out because they were written down when the work was
    already over: those promise nothing.
    """

    kept: Rate | None
    median_term: float | None
    entered_late: int


@dataclass(frozen=True, slots=True)
class KeptGroup:
    """Agreements of one party with the same promised term that are due, counted elsewhere.

    `due` are those that count, `kept` the ones of them that were kept, and `entered_late` those
    left out.
    """

    term: int
    due: int
    kept: int
    entered_late: int


def kept_rate(cases: Sequence[KeptCase], *, reported_on: date) -> KeptRate:
    """Return the kept-rate on a reporting day.

    Due is every agreement whose first agreed day has passed; a moved or cancelled one stays in
    the denominator and is kept only when it was done on or before the first agreed day.
    """
    return kept_rate_of(_group(case) for case in cases if case.first_due_on < reported_on)


def kept_rate_of(groups: Iterable[KeptGroup]) -> KeptRate:
    """Return the kept-rate of agreements that were counted in groups; in any order."""
    held = sorted(groups, key=lambda group: group.term)
    due = sum(group.due for group in held)
    return KeptRate(
        rate(sum(group.kept for group in held), due),
        _median_term(held, due),
        sum(group.entered_late for group in held),
    )


def _group(case: KeptCase) -> KeptGroup:
    if _entered_after_completion(case):
        return KeptGroup(case.term, due=0, kept=0, entered_late=1)
    is_kept = case.is_done and case.ended_on is not None and case.ended_on <= case.first_due_on
    return KeptGroup(case.term, due=1, kept=int(is_kept), entered_late=0)


def _median_term(held: Sequence[KeptGroup], due: int) -> float | None:
    """Return the median term of groups in order of their term; None when nothing is due."""
    if not due:
        return None
    reached = list(accumulate(group.due for group in held))
    low, high = (held[bisect_right(reached, place)].term for place in ((due - 1) // 2, due // 2))
    return (low + high) / 2


def _entered_after_completion(case: KeptCase) -> bool:
    # done on the day it was entered is counted as entered afterwards: nobody could wait for it
    done_at_once = case.is_done and case.ended_on is not None and case.ended_on <= case.entered_on
    return done_at_once or case.first_due_on < case.entered_on
