# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which agreements were kept, against the day that was agreed first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

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


def kept_rate(cases: Sequence[KeptCase], *, reported_on: date) -> KeptRate:
    """Return the kept-rate on a reporting day.

    Due is every agreement whose first agreed day has passed; a moved or cancelled one stays in
    the denominator and is kept only when it was done on or before the first agreed day.
    """
    due = [case for case in cases if case.first_due_on < reported_on]
    late = [case for case in due if _entered_after_completion(case)]
    counted = [case for case in due if not _entered_after_completion(case)]
    kept = sum(
        case.is_done and case.ended_on is not None and case.ended_on <= case.first_due_on
        for case in counted
    )
    terms = [case.term for case in counted]
    return KeptRate(rate(kept, len(counted)), median(terms) if terms else None, len(late))


def _entered_after_completion(case: KeptCase) -> bool:
    # done on the day it was entered is counted as entered afterwards: nobody could wait for it
    done_at_once = case.is_done and case.ended_on is not None and case.ended_on <= case.entered_on
    return done_at_once or case.first_due_on < case.entered_on
