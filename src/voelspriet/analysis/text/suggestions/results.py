# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What suggesting factors gives: probabilities, how good they are, and what is off and why."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST_PROBABILITY = 0.5


@dataclass(frozen=True, slots=True)
class Minimum:
    """What a factor needs before it is suggested at all.

    At least so many fragments with the factor, as many without it, and each from so many
    conversations. Only words that `conversations_per_word` conversations used are learned from.
    """

    fragments: int = 30
    conversations: int = 5
    conversations_per_word: int = 1


@dataclass(frozen=True, slots=True)
class Off:
    """A factor that is not suggested, with what it has: fragments coded with it, and from where."""

    factor: str
    fragments: int
    conversations: int
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Fragments that taught nothing: without a text, a conversation, or any factor."""

    without_text: int
    without_conversation: int
    without_factor: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A factor suggested for a fragment, with its probability. A person decides."""

    fragment: str
    factor: str
    probability: float


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The probability of every factor for every fragment: fragments x factors, 0 to 1.

    Fragments are in the order of their keys, whatever the order of the rows was. `without_text`
    fragments are not among them.
    """

    fragments: tuple[str, ...]
    factors: tuple[str, ...]
    probabilities: NDArray[np.float64]
    without_text: int

    def at_least(self, probability: float = LEAST_PROBABILITY) -> tuple[Suggestion, ...]:
        """Return what is at least so probable, per fragment, the most probable first."""
        rows, columns = np.nonzero(self.probabilities >= probability)
        values = self.probabilities[rows, columns]
        order = np.lexsort((columns, -values, rows))
        return tuple(
            Suggestion(self.fragments[rows[at]], self.factors[columns[at]], float(values[at]))
            for at in order
        )

    def least_certain(self, limit: int | None = None) -> tuple[str, ...]:
        """Return the fragments to code next, the most telling first, at most `limit`.

        A fragment tells most where the model doubts most: where some factor is nearest to 0.5
        (uncertainty sampling, Lewis & Gale 1994, SIGIR, pp. 3-12). Equals go by their key.
        """
        if not self.factors:
            return self.fragments[:limit]
        doubt = np.abs(self.probabilities - 0.5).min(axis=1)
        order = np.argsort(doubt, kind="stable")[:limit]
        return tuple(self.fragments[at] for at in order)


@dataclass(frozen=True, slots=True)
class HeldOutShare:
    """A share of held-out codes with its parts and 95 % interval.

    `share` is None where `base` is 0; `low` and `high` are None with a `reason` where fewer than 5
    conversations hold the base.
    """

    share: float | None
    low: float | None
    high: float | None
    numerator: int
    base: int
    conversations: int
    reason: str


@dataclass(frozen=True, slots=True)
class FactorEvaluation:
    """How good the suggestions of a factor are on conversations the model did not see.

    `precision`: of what was suggested, which share was coded so by a person. `recall`: of what a
    person coded, which share was suggested. `share_coded` is how often the factor was coded, and
    `mean_probability` what the model said on average: near it when probabilities can be trusted.
    `brier` is the mean squared distance between probability and code, 0 at best.
    """

    factor: str
    precision: HeldOutShare
    recall: HeldOutShare
    share_coded: float
    mean_probability: float
    brier: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The evaluation of every factor that is not off, over n fragments of so many conversations."""

    factors: tuple[FactorEvaluation, ...]
    off: tuple[Off, ...]
    fragments: int
    conversations: int
    left_out: LeftOut
    least_probability: float
