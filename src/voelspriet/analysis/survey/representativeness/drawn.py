# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Respondents of a draw by chance from a population of which margins are known."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.calibration.margins import Margin
from voelspriet.analysis.survey.representativeness.cross_products import refuse_too_many
from voelspriet.analysis.survey.representativeness.margin_model import (
    Answers,
    Known,
    MarginModel,
    margin_model,
)


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Respondents by kind: those with the same combination of categories and the same weight.

    `known` is the population they come from. Per kind: the number `cells` of its combination, how
    many there are (`count`), and the `weight` of each as a part of the population.
    """

    known: Known
    cells: Whole
    count: Whole
    weight: Vector

    def answers(self) -> Answers:
        """Return the respondents by combination."""
        return self._of(self.count)

    def again(self, rng: np.random.Generator) -> Answers:
        """Return the respondents of another draw: as many invited, with replacement from these."""
        invited = self.known.invited
        chances = np.append(self.count, invited - self.count.sum()) / invited
        return self._of(rng.multinomial(invited, chances)[:-1])

    def alone(self, place: int) -> Drawn:
        """Return the same with one of the variables only."""
        known = replace(self.known, shares=(self.known.shares[place],))
        own: Whole = np.unravel_index(self.cells, self.known.sizes)[place]
        return replace(self, known=known, cells=own)

    def model(self) -> MarginModel:
        """Return the response probabilities by category, and how much they vary."""
        return margin_model(self.known, self.known.matrix(), self.answers())

    def _of(self, count: Whole) -> Answers:
        size = int(np.prod(self.known.sizes))
        return Answers(
            weight=np.asarray(np.bincount(self.cells, count * self.weight, size), float),
            squares=np.asarray(np.bincount(self.cells, count * self.weight**2, size), float),
            one=float(np.average(self.weight, weights=self.count)),
        )


def drawn(
    margins: tuple[Margin, ...],
    places: NDArray[np.int64],
    weights: Vector | None,
    *,
    invited: int,
    everybody: int,
) -> Drawn:
    """Sum respondents by kind.

    `places` (variables × respondents) are their categories, none missing; `weights` inverse
    chances to be invited, None when all had the same. These respondents stand for `everybody` who
    answered of the `invited`, also for those left out. Raises InputError for fewer invited than
    answered, more invited than the population, and weights that add up to more than it.
    """
    population = margins[0].population
    if not everybody <= invited <= population:
        raise InputError(
            f"{everybody} answered, {invited} were invited and the population is"
            f" {population:.10g}: these numbers do not go up"
        )
    sizes = tuple(len(margin.categories) for margin in margins)
    refuse_too_many(sizes)
    known = Known(
        tuple(margin.totals / margin.population for margin in margins), population, invited
    )
    cells = np.ravel_multi_index(tuple(places), sizes)
    counts_for = everybody / places.shape[1]
    if weights is None:
        count = np.bincount(cells, minlength=int(np.prod(sizes)))
        kinds = np.flatnonzero(count)
        return Drawn(known, kinds, count[kinds], np.full(len(kinds), counts_for / invited))
    if weights.sum() * counts_for > population * (1 + 1e-9):
        raise InputError(
            f"the weights of who answered add up to {weights.sum() * counts_for:.10g}, more than"
            f" the population of {population:.10g}: give inverse chances to be invited"
        )
    ones = np.ones(len(cells), dtype=np.int64)
    return Drawn(known, cells, ones, weights * counts_for / population)
