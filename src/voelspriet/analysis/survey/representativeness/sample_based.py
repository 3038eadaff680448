# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who was invited is known, with their characteristics: the sample-based R-indicator."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Codes, Frame, FrameLike
from voelspriet.analysis.frames.codes import Whole
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.proportions import Z_95
from voelspriet.analysis.survey.representativeness.groups import Tally, from_partials, grouped
from voelspriet.analysis.survey.representativeness.population import given_weights
from voelspriet.analysis.survey.representativeness.response_model import (
    Invited,
    invited,
    response_rates,
    response_spread,
)
from voelspriet.analysis.survey.representativeness.results import (
    Case,
    Representativeness,
    VariablePart,
)

YES, NO = {"1", "1.0", "true", "yes", "ja"}, {"0", "0.0", "false", "no", "nee"}


def sample_response(
    data: FrameLike,
    variables: Sequence[str],
    *,
    responded: str,
    weights: str | None = None,
    population: float | None = None,
) -> Representativeness:
    """Tell how evenly invited people answered, from a list of all who were invited.

    `data` has one row per invited person; `responded` is 1, true, yes or ja for who answered, 0,
    false, no or nee for who did not. `variables` are categories known of everybody; response
    probabilities follow a logistic regression on all of them. `weights` are inverse chances to be
    invited, on any scale; `population` is the number of people invitations were drawn from (the
    number invited when everybody was), without it as good as infinite. People who miss a value in
    one of the variables, or weigh 0, are left out and counted.

    `indicator` is the R-indicator with bias adjustment and standard error; the partial indicator
    of a variable is that of a model with this variable alone, that of a category is
    P_u(k) = √(N_k/N)(ρ_k − ρ), with an interval for both who was invited and who then answered. In
    categories where nobody or everybody answered the interval uses the rate (answers + 2) ÷
    (people + 4), as no answers at all do not prove a probability of 0 (Agresti & Coull 1998).

    Raises ColumnError for a column that is not there, a value of `responded` that is neither, a
    missing or negative weight; InputError without variables, when nobody is left or nobody
    answered, and for a population smaller than the number invited.

    Source: Schouten, Shlomo & Skinner (2011), J. Official Statistics 27:231-253; Shlomo, Skinner &
    Schouten (2012), J. Statistical Planning and Inference 142:201-211.
    """
    frame = Frame.of(data)
    if not variables:
        raise InputError("name at least one variable")
    answered = _answered(frame, responded)
    weight = given_weights(frame, weights)
    coded = [frame.codes(name) for name in variables]
    known = np.logical_and.reduce([codes.values >= 0 for codes in coded]) & (weight > 0)
    answered, weight = answered[known], weight[known]
    if not (answered @ weight > 0):
        raise InputError("nobody answered of those with a value for every variable")
    kept = [_kept(codes, known) for codes in coded]
    people = _together(kept, weight, answered, population)
    parts, tallies = [], []
    for name, codes, own in zip(variables, coded, kept, strict=True):
        alone = _together([own], weight, answered, population)
        rates = alone.responded / alone.weight
        spread = response_spread(alone, rates)
        parts.append(VariablePart(name, spread.as_partial(Z_95), codes.missing()))
        tallies.append(_tally(name, own, alone, answered))
    return Representativeness(
        case=Case.FRAME,
        respondents=int(answered.sum()),
        invited=people.people,
        response_rate=people.mean_response,
        indicator=response_spread(people, response_rates(people)).as_r(Z_95),
        variables=tuple(parts),
        groups=grouped(tallies),
        left_out=int(np.count_nonzero(~known)),
    )


def _answered(frame: Frame, name: str) -> Vector:
    codes = frame.codes(name, complete=True)
    table = np.full(len(codes.labels), -1.0)
    for place, label in enumerate(codes.labels):
        word = label.strip().lower()
        table[place] = 1.0 if word in YES else 0.0 if word in NO else -1.0
    found = table[codes.values] if len(codes.labels) else np.zeros(0)
    if (found < 0).any():
        row = int(np.argmax(found < 0))
        label = codes.labels[codes.values[row]]
        raise ColumnError(name, f"{label!r} is neither yes (1) nor no (0)", row=row + 1)
    return found


def _kept(codes: Codes, known: NDArray[np.bool_]) -> Codes:
    """Return the groups of the rows that are kept, without groups that nobody is left in."""
    values = codes.values[known]
    held = np.flatnonzero(np.bincount(values, minlength=len(codes.labels)))
    place = np.zeros(len(codes.labels), dtype=np.int64)
    place[held] = np.arange(len(held))
    return Codes(tuple(codes.labels[number] for number in held), place[values])


def _together(
    kept: Sequence[Codes], weight: Vector, answered: Vector, population: float | None
) -> Invited:
    columns, sizes = [codes.values for codes in kept], [len(codes.labels) for codes in kept]
    return invited(columns, sizes, weight, answered, population)


def _tally(name: str, codes: Codes, alone: Invited, answered: Vector) -> Tally:
    """Return one variable as if it were the only one; its cells are its categories in order."""
    rates = alone.responded / alone.weight
    respondents = np.bincount(codes.values[answered > 0], minlength=len(codes.labels))
    return from_partials(
        variable=name,
        categories=codes.labels,
        respondents=respondents.astype(np.int64),
        population_share=alone.weight,
        response=rates,
        mean_response=alone.mean_response,
        errors=_errors(alone, rates, codes.counts()),
    )


def _errors(people: Invited, rates: Vector, count: Whole) -> Vector:
    """Return the standard error of P_u(k) of every category.

    By linearisation: of who answers, given who was invited, and of who was invited. The first
    sums ρ(1 − ρ) over people, the second squares of what P_u(k) changes with a person.
    """
    share, squares, mean = people.weight, people.squares, people.mean_response
    sure = (rates == 0) | (rates == 1)
    careful = np.where(sure, (rates * count + 2) / (count + 4), rates)
    noise = squares * careful * (1 - careful)
    found = np.zeros(len(rates))
    for place, (own, rate) in enumerate(zip(share, rates, strict=True)):
        inside = np.arange(len(rates)) == place
        root = np.sqrt(own)
        answering = float(noise @ (root * (inside / own - 1)) ** 2)
        changes = (rate - mean) / (2 * root) * (inside - own) - root * (rates - mean)
        found[place] = answering + people.remaining_share * float(squares @ changes**2)
    return np.sqrt(found)
