# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well those who answered stand for those who did not, in the same shape for all cases."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from voelspriet.analysis.survey.questions.many_tests import carries_q


class Case(StrEnum):
    """What is known, which decides what can be said.

    *frame*: who was invited, with their characteristics, and who of them answered. *margins*: how
    many were invited, who answered, and the population's margins. *open*: who answered and the
    population's margins; nobody knows who could have answered.
    """

    FRAME = "frame"
    MARGINS = "margins"
    OPEN = "open"


class Verdict(StrEnum):
    """How a category's part of the answers compares with its part of the population."""

    FEWER = "fewer"
    PERHAPS_FEWER = "perhaps fewer"
    NO_CLEAR_DIFFERENCE = "no clear difference"
    PERHAPS_MORE = "perhaps more"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with its interval of 95 %.

    `value` is adjusted for the bias that chance in who answers gives, `unadjusted` is not.
    `standard_error` is None where it is not defined: where `value` is at the end of what it can be.
    """

    value: float
    low: float
    high: float
    unadjusted: float
    standard_error: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """One category of one variable.

    `respondents` is a count; `share` is their part of all respondents (weighted when there are
    weights) with the interval `low` to `high`, `population_share` their part of the population (of
    all invited when that is what is known). `people_short` respondents are missing to be in
    proportion at the present number of respondents (negative: there are more). `response_rate` and
    `partial` are None in the *open* case. `partial` is √(N_k/N) (ρ_k − ρ): below 0 when fewer
    answered. `p_value` is two-sided; `q_value` is None in tables of ten tests or fewer.
    """

    variable: str
    category: str
    respondents: int
    share: float
    low: float
    high: float
    population_share: float
    people_short: float
    response_rate: float | None
    partial: Indicator | None
    p_value: float
    q_value: float | None
    verdict: Verdict
    advice: str

    @property
    def ratio(self) -> float:
        """Return the share of the respondents ÷ the share of the population."""
        return self.share / self.population_share


@dataclass(frozen=True, slots=True)
class VariablePart:
    """One variable: `partial` is its part of the variation in response, None in the *open* case.

    `missing` respondents (in case *frame*: invited people) have no value and are left out.
    """

    variable: str
    partial: Indicator | None
    missing: int


@dataclass(frozen=True, slots=True)
class Representativeness:
    """Who answered, beside whom they should stand for.

    `invited` and `response_rate` are None in the *open* case, as is `indicator`: the R-indicator,
    1 − 2 × the standard deviation of the response probabilities; 1 is representative, on the given
    variables and no others. `left_out` rows miss a value that every number needs.
    """

    case: Case
    respondents: int
    invited: int | None
    response_rate: float | None
    indicator: Indicator | None
    variables: tuple[VariablePart, ...]
    groups: tuple[Group, ...]
    left_out: int

    @property
    def carries_q(self) -> bool:
        """Tell whether there are so many categories that each has a q."""
        return carries_q(len(self.groups))

    @property
    def knock_next(self) -> tuple[Group, ...]:
        """Return the categories with clearly fewer respondents, most people short first."""
        fewer = [group for group in self.groups if group.verdict is Verdict.FEWER]
        return tuple(sorted(fewer, key=lambda group: -group.people_short))


@dataclass(frozen=True, slots=True)
class Spread:
    """The variance of response probabilities between people: S², and how sure it is.

    `adjusted` can be below 0 by chance; as an indicator it then counts as 0.
    """

    unadjusted: float
    adjusted: float
    standard_error: float

    def as_r(self, z: float) -> Indicator:
        """Return R = 1 − 2S; the interval is that of S², which stays defined at S = 0."""
        low, value, high = self._deviations(z)
        return Indicator(
            value=1 - 2 * value,
            low=max(0.0, 1 - 2 * high),
            high=1 - 2 * low,
            unadjusted=1 - 2 * sqrt(max(self.unadjusted, 0.0)),
            standard_error=self.standard_error / value if value > 0 else None,
        )

    def as_partial(self, z: float) -> Indicator:
        """Return S, as the part a variable alone has in the variation of response."""
        low, value, high = self._deviations(z)
        return Indicator(
            value=value,
            low=low,
            high=high,
            unadjusted=sqrt(max(self.unadjusted, 0.0)),
            standard_error=self.standard_error / (2 * value) if value > 0 else None,
        )

    def _deviations(self, z: float) -> tuple[float, float, float]:
        half = z * self.standard_error
        squares = (self.adjusted - half, self.adjusted, self.adjusted + half)
        low, value, high = (sqrt(max(square, 0.0)) for square in squares)
        return low, value, high
