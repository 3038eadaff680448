# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many samples in one call of the real function: every sample is a domain with strata of its own.

A domain whose strata hold no other rows is estimated as if it were alone (a test compares), so that
ten thousand samples cost seconds and not hours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evidence.scenario import Values, covered
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.estimation.design import survey_design
from voelspriet.analysis.survey.estimation.estimates import estimate
from voelspriet.analysis.survey.estimation.results import Estimates


@dataclass(frozen=True, slots=True)
class Samples:
    """Rows of many samples. `columns` have shape (samples, rows a sample), or only the last.

    `strata`, `cluster`, `weights` and `fpc` name columns, as in `survey_design`; strata and
    clusters are whole numbers from 0.
    """

    count: int
    columns: Mapping[str, NDArray[np.generic]]
    weights: str | None = None
    strata: str | None = None
    cluster: str | None = None
    fpc: str | None = None

    def estimates(
        self, variables: Sequence[str], *, kind: str = "mean", by: str | None = None,
        quantiles: Sequence[float] = (0.5,),
    ) -> Estimates:  # fmt: skip
        """Return what `estimate` gives, sample by sample (and domain by domain of `by`)."""
        frame = self.frame()
        design = survey_design(
            frame, weights=self.weights, strata="stratum of its sample",
            cluster=self.cluster, fpc=self.fpc,
        )  # fmt: skip
        domains = "sample" if by is None else ("sample", by)
        return estimate(frame, variables, design=design, by=domains, kind=kind, quantiles=quantiles)

    def frame(self) -> Frame:
        """Return all rows below each other, with the number of the sample and of its strata."""
        rows = max(np.shape(values)[-1] for values in self.columns.values())
        shape = (self.count, rows)
        flat = {name: np.broadcast_to(v, shape).ravel() for name, v in self.columns.items()}
        sample = np.repeat(np.arange(self.count), rows)
        strata = flat[self.strata].astype(np.int64) if self.strata else np.zeros_like(sample)
        width = int(strata.max()) + 1
        own = {"sample": sample, "stratum of its sample": sample * width + strata}
        return Frame.of({**flat, **own})


def coverage(found: Estimates, truth: Values | float) -> Values:
    """Return per estimate whether its interval holds the truth; no interval does not."""
    return covered(found.ci_low, found.ci_high, truth)


def gamma_weights(rng: np.random.Generator, shape: tuple[int, ...], variation: float) -> Values:
    """Return positive weights with mean 1 and the given coefficient of variation."""
    spread = variation**2
    return np.maximum(rng.gamma(1 / spread, spread, shape), 1e-3)
