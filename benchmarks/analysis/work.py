# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is measured: the work, what it may cost beside a peer, and how equal answers must be."""

from __future__ import annotations

from dataclasses import dataclass

STRATUM, CLUSTER, FPC = "municipality", "neighbourhood", "neighbourhoods"
WEIGHT, BASE_WEIGHT = "weight", "base_weight"
MARGINS = ("sex", "age", "region")
ONE_INDICATOR = "unsafe_sometimes"
ROWS = 170_000
SIZES = (57_000, 170_000, 510_000)  # for the slope; the middle one is the monitor
STEEPEST = 1.1


@dataclass(frozen=True, slots=True)
class Work:
    """One row of the table.

    `name` is what both sides know it by. `bound` is the part of the peer's time that is allowed,
    None where nothing is promised. `parts` divides seconds, where time counts per domain.
    `tolerance` is the largest relative difference between our answers and the peer's.
    """

    name: str
    told: str
    peer: str
    bound: float | None
    tolerance: float
    parts: int = 1


WORKS = (
    Work("by-municipality", "20 indicators × 342 strata-domains: mean and SE", "R", 1 / 50, 1e-7),
    Work("by-sex-and-age", "20 indicators × sex × age: mean and SE", "R", 1 / 50, 1e-7),
    Work("clustered", "20 indicators × 342, clusters and fpc: mean and SE", "R", 1 / 50, 1e-7),
    Work("clustered-sex-and-age", "20 indicators × sex × age, clusters and fpc", "R", None, 1e-7),
    Work("calibrated", "raked, calibrated SE, 1 indicator × 10: per domain", "R", 1 / 50, 1e-5, 10),
    Work("rake", "rake 3 margins to margin error 1e-8", "svy", 1 / 3, 1e-6),
)
