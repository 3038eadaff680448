# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is claimed, and how it is tried: written down before anything is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Values: TypeAlias = NDArray[np.float64]
# per quantity one value per replication; a rate is 0 or 1 each time
Outcomes: TypeAlias = Mapping[str, Values]
Replicate: TypeAlias = Callable[[np.random.Generator, int], Outcomes]

REPLICATIONS = 10_000


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity, the band its mean over all replications should lie in, and what it is.

    With `is_judged` a mean outside the band is a failure; otherwise it is printed and no more.
    `is_rate` tells that every replication gives 0 or 1; `is_conditional` that it is about some of
    the replications only, such as those in which something was said.
    """

    quantity: str
    low: float = -math.inf
    high: float = math.inf
    is_judged: bool = True
    is_rate: bool = True
    is_conditional: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way of drawing samples, and what is claimed of it.

    `replicate(rng, count)` draws `count` samples and returns one value per sample for every
    quantity of `claims`, and for no other. `called` names the function under test. `is_quick` puts
    it among the few that a quick run tries.
    """

    name: str
    drawn: str
    called: str
    claims: tuple[Claim, ...]
    replicate: Replicate
    replications: int = REPLICATIONS
    chunk: int = 500
    is_quick: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """Scenarios about one thing; `rooms` are the parts of `analysis` whose code they try.

    `place` is the order of the chapters, `told` what is asked in it and what a reader must know.
    """

    place: int
    title: str
    told: str
    rooms: tuple[str, ...]
    scenarios: tuple[Scenario, ...]


def covered(low: Values, high: Values, truth: Values | float) -> Values:
    """Return 1 where the interval holds the truth, and 0 elsewhere, also where there is none."""
    return np.asarray((low <= truth) & (truth <= high), dtype=float)
