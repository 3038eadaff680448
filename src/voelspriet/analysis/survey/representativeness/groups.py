# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From numbers per category to a verdict and an advice in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.proportions import Z_95
from voelspriet.analysis.survey.questions.many_tests import benjamini_hochberg, carries_q
from voelspriet.analysis.survey.representativeness.results import Group, Indicator, Verdict

Q_LIMIT = 0.10  # in a table of many tests a difference is clear below this q
SURE_P = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """One variable: per category what is needed for `Group`, all vectors of one length.

    `partials` with `errors` are the partial indicators and their standard errors with the
    `response` rates, or None in the open case; then `low`, `high` and `p_values` come from shares.
    """

    variable: str
    categories: tuple[str, ...]
    respondents: Whole
    share: Vector
    population_share: Vector
    low: Vector
    high: Vector
    p_values: Vector
    response: Vector | None = None
    partials: Vector | None = None
    errors: Vector | None = None


def from_partials(
    *,
    variable: str,
    categories: tuple[str, ...],
    respondents: Whole,
    population_share: Vector,
    response: Vector,
    mean_response: float,
    errors: Vector,
) -> Tally:
    """Return the tally of a variable of which the response rate per category is known.

    Share and partial indicator tell the same: share = N_k/N · ρ_k/ρ = N_k/N + √(N_k/N) P_u(k)/ρ, so
    the interval of one gives that of the other.
    """
    root = np.sqrt(population_share)
    partials = root * (response - mean_response)
    share = population_share * response / mean_response
    half = root * Z_95 * errors / mean_response
    return Tally(
        variable=variable,
        categories=categories,
        respondents=respondents,
        share=share,
        population_share=population_share,
        low=np.clip(share - half, 0, 1),
        high=np.clip(share + half, 0, 1),
        p_values=_two_sided(partials, errors),
        response=response,
        partials=partials,
        errors=errors,
    )


def _two_sided(values: Vector, errors: Vector) -> Vector:
    """Return p of "no difference"; 1 where a value of 0 has no error, as with one category."""
    pairs = zip(np.abs(values), errors, strict=True)
    return np.array([erfc(v / e / sqrt(2)) if e > 0 else float(v == 0) for v, e in pairs])


def grouped(tallies: Sequence[Tally]) -> tuple[Group, ...]:
    """Return all categories with verdicts, and advice ranked by how many people are short."""
    rows = [(tally, place) for tally in tallies for place in range(len(tally.categories))]
    p_values = np.concatenate([tally.p_values for tally in tallies])
    many = carries_q(len(rows))
    q_values = benjamini_hochberg(p_values)
    verdicts = [
        _verdict(tally, place, float(q) if many else None)
        for (tally, place), q in zip(rows, q_values, strict=True)
    ]
    short = [_short(tally, place) for tally, place in rows]
    advice = list(_advice(verdicts, short))
    return tuple(
        _group(tally, place, float(q_values[row]) if many else None, verdicts[row], advice[row])
        for row, (tally, place) in enumerate(rows)
    )


def _short(tally: Tally, place: int) -> float:
    everybody = float(tally.respondents.sum())
    return everybody * float(tally.population_share[place] - tally.share[place])


def _verdict(tally: Tally, place: int, q: float | None) -> Verdict:
    if not tally.p_values[place] < SURE_P:
        return Verdict.NO_CLEAR_DIFFERENCE
    clear = q is None or q <= Q_LIMIT
    if tally.share[place] < tally.population_share[place]:
        return Verdict.FEWER if clear else Verdict.PERHAPS_FEWER
    return Verdict.MORE if clear else Verdict.PERHAPS_MORE


def _advice(verdicts: Sequence[Verdict], short: Sequence[float]) -> Iterator[str]:
    fewer = [row for row, verdict in enumerate(verdicts) if verdict is Verdict.FEWER]
    ranks = {row: rank for rank, row in enumerate(sorted(fewer, key=lambda r: -short[r]), 1)}
    for row, verdict in enumerate(verdicts):
        people = _people(abs(short[row]))
        if row in ranks:
            where = "first" if ranks[row] == 1 else f"next ({ranks[row]})"
            yield f"knock here {where}: {people} short of their part"
        elif verdict is Verdict.MORE:
            yield f"more than their part: {people} over"
        elif verdict is Verdict.NO_CLEAR_DIFFERENCE:
            yield "no clear difference from their part"
        else:
            how = "fewer" if verdict is Verdict.PERHAPS_FEWER else "more"
            yield f"perhaps {how} than their part: among so many categories it can be chance"


def _people(number: float) -> str:
    whole = max(1, round(number))
    return f"{whole} person" if whole == 1 else f"{whole} people"


def _group(tally: Tally, place: int, q: float | None, verdict: Verdict, advice: str) -> Group:
    return Group(
        variable=tally.variable,
        category=tally.categories[place],
        respondents=int(tally.respondents[place]),
        share=float(tally.share[place]),
        low=float(tally.low[place]),
        high=float(tally.high[place]),
        population_share=float(tally.population_share[place]),
        people_short=_short(tally, place),
        response_rate=None if tally.response is None else float(tally.response[place]),
        partial=_partial(tally, place),
        p_value=float(tally.p_values[place]),
        q_value=q,
        verdict=verdict,
        advice=advice,
    )


def _partial(tally: Tally, place: int) -> Indicator | None:
    """Return the partial indicator; its square without the part that chance adds to squares.

    P_u(k) itself has no bias; its size has, and so its value is the root of P² − V, 0 when below.
    """
    if tally.partials is None or tally.errors is None:
        return None
    value, error = float(tally.partials[place]), float(tally.errors[place])
    size = sqrt(max(value * value - error * error, 0.0))
    return Indicator(
        value=size if value > 0 else -size if size else 0.0,
        low=value - Z_95 * error,
        high=value + Z_95 * error,
        unadjusted=value,
        standard_error=error,
    )
