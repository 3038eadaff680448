# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One wave as it was measured: what tables of waves hold and targets are judged by.

Apart from both, and on nothing but the standard library: a web process judges targets too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MeasuredWave:
    """One wave, in the unit of the table or target it is of.

    `n` is the number of answers, `df` the degrees of freedom of the standard error, or None;
    `covariance` is that with the wave before it, for a panel. `break_before` says what changed
    before this wave (the question, the mode, the source), empty when nothing did.
    """

    on: date
    estimate: float
    standard_error: float
    n: float | None = None
    break_before: str = ""
    df: float | None = None
    covariance: float = 0.0
