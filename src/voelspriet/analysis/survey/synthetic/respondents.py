# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who answered, and what: a sample of strata and clusters with weights that repair non-response."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.synthetic.population import (
    AGES,
    SEXES,
    Indicator,
    Population,
    Vector,
    Whole,
    margins_of,
    monitor_population,
    region_labels,
    true_values,
)

ANSWERS_A_NEIGHBOURHOOD = 25
LEAST_A_MUNICIPALITY = 4
# the chance to answer when asked: rows are SEXES, columns are AGES
RESPONSE = np.array([[0.20, 0.28, 0.40, 0.50], [0.25, 0.34, 0.44, 0.48]])
WAVER = 0.3  # how far a neighbourhood can lie from its municipality, as part of min(p, 1 - p)


@dataclass(frozen=True, slots=True)
class Monitor:
    """The answers, and what is true.

    `respondents`: one row a person: region, municipality (stratum), neighbourhood (cluster), sex,
    age, weight, `people` and `neighbourhoods` in the stratum's population (either is an fpc), and
    one column per indicator. `truth`: variable, by, domain, value. `margins`: variable, category,
    total.
    """

    respondents: Frame
    truth: Frame
    margins: Frame


def synthetic_monitor(
    rng: np.random.Generator,
    *,
    rows: int = 170_000,
    municipalities: int = 342,
    missing_share: float = 0.0,
) -> Monitor:
    """Return a monitor of `rows` respondents with its true values.

    `missing_share` of the answers is left out by chance alone, so the truth stays the truth. Raises
    InputError below 4 rows a municipality or for a share outside 0-1 (1 itself is outside).
    """
    population = monitor_population(rng, municipalities=municipalities)
    respondents = draw_respondents(population, rng, rows=rows, missing_share=missing_share)
    return Monitor(respondents, true_values(population), margins_of(population))


def draw_respondents(
    population: Population, rng: np.random.Generator, *, rows: int, missing_share: float = 0.0
) -> Frame:
    """Draw and ask `rows` people; see `synthetic_monitor` for the columns and what is refused.

    Municipalities get an equal start and then answers by the square root of their size, spread
    over at least two neighbourhoods drawn with equal chance.
    """
    if rows < LEAST_A_MUNICIPALITY * len(population.labels):
        raise InputError(
            f"{len(population.labels)} municipalities of at least {LEAST_A_MUNICIPALITY} answers "
            f"do not fit in {rows} rows"
        )
    if not 0 <= missing_share < 1:
        raise InputError("the share of missing answers lies between 0 and 1")
    size = population.people.sum(axis=(1, 2))
    asked = _allocated(np.sqrt(size), rows)
    stratum = np.repeat(np.arange(len(size)), asked)
    cell, weight = _cells(population, stratum, asked, rng)
    drawn = np.minimum(population.neighbourhoods, np.maximum(2, asked // ANSWERS_A_NEIGHBOURHOOD))
    cluster = _clusters(asked, drawn)
    columns: dict[str, pa.Array] = {
        "region": _labelled(population.regions[stratum], region_labels(population)),
        "municipality": _labelled(stratum, population.labels),
        "neighbourhood": _labelled(cluster, _cluster_labels(population.labels, drawn)),
        "sex": _labelled(cell // len(AGES), SEXES),
        "age": _labelled(cell % len(AGES), AGES),
        "weight": pa.array(weight),
        "people": pa.array(size[stratum]),
        "neighbourhoods": pa.array(population.neighbourhoods[stratum]),
    }
    chances = population.chances.reshape(len(size), -1, len(population.indicators))
    for place, indicator in enumerate(population.indicators):
        chance = chances[stratum, cell, place]
        lean = rng.uniform(-WAVER, WAVER, int(drawn.sum()))[cluster]
        answers = _answers(indicator, chance + lean * np.minimum(chance, 1 - chance), rng)
        absent = rng.random(rows) < missing_share if missing_share else None
        columns[indicator.name] = pa.array(answers, mask=absent)
    return Frame.of(columns)


def _clusters(asked: Whole, drawn: Whole) -> Whole:
    """Deal the answers of a municipality out over its drawn neighbourhoods, one after the other."""
    first = np.repeat(np.cumsum(drawn) - drawn, asked)
    within = np.arange(int(asked.sum())) - np.repeat(np.cumsum(asked) - asked, asked)
    place: Whole = first + within % np.repeat(drawn, asked)
    return place


def _allocated(sizes: Vector, rows: int) -> Whole:
    """Return whole numbers that add up to `rows`: an equal start, the rest by size."""
    rest = rows - LEAST_A_MUNICIPALITY * len(sizes)
    wanted = rest * sizes / sizes.sum()
    whole: Whole = np.floor(wanted).astype(np.int64) + LEAST_A_MUNICIPALITY
    largest = np.argsort(whole - wanted, kind="stable")[: rows - int(whole.sum())]
    whole[largest] += 1
    return whole


def _cells(
    population: Population, stratum: Whole, asked: Whole, rng: np.random.Generator
) -> tuple[Whole, Vector]:
    """Return each respondent's sex and age as one number, and the weight for non-response."""
    people = population.people.reshape(len(asked), -1)
    answering = people / people.sum(axis=1, keepdims=True) * RESPONSE.ravel()
    response = answering.sum(axis=1)
    # one row of cumulative chances after the other, so that one search finds every cell
    steps = np.cumsum(answering / response[:, None], axis=1)
    steps[:, -1] = 1.0
    ladder = (steps + np.arange(len(asked))[:, None]).ravel()
    found = np.searchsorted(ladder, stratum + rng.random(len(stratum)), side="right")
    cell = np.asarray(found, dtype=np.int64) - stratum * people.shape[1]
    design = (people.sum(axis=1) / asked)[stratum]
    return cell, design * response[stratum] / RESPONSE.ravel()[cell]


def _answers(indicator: Indicator, chance: Vector, rng: np.random.Generator) -> NDArray[np.int8]:
    if indicator.steps == 1:
        return (rng.random(len(chance)) < chance).astype(np.int8)
    return rng.binomial(indicator.steps, chance).astype(np.int8)


def _labelled(codes: Whole, labels: tuple[str, ...]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), pa.array(labels))


def _cluster_labels(labels: tuple[str, ...], drawn: Whole) -> tuple[str, ...]:
    return tuple(
        f"{label}-{number + 1:03}"
        for label, count in zip(labels, drawn, strict=True)
        for number in range(count)
    )
