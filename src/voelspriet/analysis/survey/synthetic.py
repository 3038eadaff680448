# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A safety monitor that nobody filled in, of which every true value is known.

Municipalities are strata, neighbourhoods are clusters, and the young and men answer less often,
which the weights repair. An answer is a number of successes out of `steps` (1: yes or no, 10: a
score of 0-10) with a chance that depends on municipality, sex and age, and wavers per neighbourhood
around that value. So the true value of every domain is a plain sum over the population.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame

Vector = NDArray[np.float64]
Whole = NDArray[np.int64]

SEXES = ("man", "woman")
AGES = ("15-24", "25-44", "45-64", "65+")
PEOPLE = 14_500_000  # residents of 15 and older in all municipalities together
PEOPLE_A_NEIGHBOURHOOD = 4_000
ANSWERS_A_NEIGHBOURHOOD = 25
LEAST_A_MUNICIPALITY = 4
AGE_SHARES = np.array([0.14, 0.30, 0.31, 0.25])
# the chance to answer when asked: rows are SEXES, columns are AGES
RESPONSE = np.array([[0.20, 0.28, 0.40, 0.50], [0.25, 0.34, 0.44, 0.48]])
WAVER = 0.3  # how far a neighbourhood can lie from its municipality, as part of min(p, 1 - p)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One question: its value in the middle, and how sex, age and municipality move it (logits)."""

    name: str
    steps: int
    middle_share: float
    woman: float
    old: float
    between: float


INDICATORS = (
    Indicator("unsafe_sometimes", 1, 0.34, 0.45, -0.25, 0.25),
    Indicator("unsafe_neighbourhood", 1, 0.14, 0.35, -0.10, 0.40),
    Indicator("unsafe_often", 1, 0.025, 0.30, -0.15, 0.45),
    Indicator("avoids_places", 1, 0.05, 0.40, -0.10, 0.40),
    Indicator("does_not_open_at_night", 1, 0.08, 0.70, 0.45, 0.25),
    Indicator("victim_any", 1, 0.18, -0.05, -0.45, 0.20),
    Indicator("victim_violence", 1, 0.05, 0.10, -0.60, 0.25),
    Indicator("victim_property", 1, 0.085, 0.00, -0.30, 0.25),
    Indicator("victim_vandalism", 1, 0.06, -0.05, -0.15, 0.25),
    Indicator("reported", 1, 0.23, 0.05, 0.15, 0.15),
    Indicator("nuisance_any", 1, 0.45, 0.05, -0.15, 0.30),
    Indicator("nuisance_traffic", 1, 0.33, 0.05, 0.05, 0.25),
    Indicator("decay_any", 1, 0.19, 0.00, -0.20, 0.30),
    Indicator("knows_officer", 1, 0.15, -0.10, 0.30, 0.35),
    Indicator("takes_part", 1, 0.42, -0.05, 0.20, 0.20),
    Indicator("contact_municipality", 1, 0.28, 0.00, 0.10, 0.15),
    Indicator("grade_safety", 10, 0.74, -0.10, 0.05, 0.15),
    Indicator("grade_liveability", 10, 0.76, 0.05, 0.05, 0.12),
    Indicator("cohesion", 10, 0.62, 0.05, 0.15, 0.15),
    Indicator("trust_police", 10, 0.60, 0.05, 0.05, 0.10),
)


@dataclass(frozen=True, slots=True)
class Population:
    """Everybody who could be asked.

    `people` has shape (municipalities, sexes, ages); `chances` adds a last axis of indicators, each
    the chance of one success; `neighbourhoods` is their number per municipality.
    """

    labels: tuple[str, ...]
    people: Whole
    neighbourhoods: Whole
    chances: Vector
    indicators: tuple[Indicator, ...] = INDICATORS


@dataclass(frozen=True, slots=True)
class Monitor:
    """The answers, and what is true.

    `respondents`: one row a person: municipality (stratum), neighbourhood (cluster), sex, age,
    weight, `people` and `neighbourhoods` in the stratum's population (either is an fpc), and one
    column per indicator. `truth`: variable, by, domain, value. `margins`: variable, category,
    total.
    """

    respondents: Frame
    truth: Frame
    margins: Frame


def monitor_population(rng: np.random.Generator, *, municipalities: int = 342) -> Population:
    """Make the people of `municipalities` places and what they would answer.

    Raises InputError below one municipality.
    """
    if municipalities < 1:
        raise InputError("a monitor has at least one municipality")
    sizes = rng.lognormal(0.0, 0.8, municipalities)
    sizes = np.maximum(sizes / sizes.sum() * PEOPLE * municipalities / 342, 2_000.0)
    ages = AGE_SHARES * rng.uniform(0.85, 1.15, (municipalities, len(AGES)))
    ages /= ages.sum(axis=1, keepdims=True)
    women = rng.uniform(0.49, 0.52, municipalities)
    sexes = np.stack([1 - women, women], axis=1)
    people = np.rint(sizes[:, None, None] * sexes[:, :, None] * ages[:, None, :]).astype(np.int64)
    labels = tuple(f"M{number + 1:03}" for number in range(municipalities))
    around = np.rint(people.sum(axis=(1, 2)) / PEOPLE_A_NEIGHBOURHOOD).astype(np.int64)
    return Population(labels, people, np.maximum(around, 4), _chances(rng, municipalities))


def _chances(rng: np.random.Generator, municipalities: int) -> Vector:
    shift = rng.standard_normal((municipalities, len(INDICATORS)))
    chances = np.empty((municipalities, len(SEXES), len(AGES), len(INDICATORS)))
    for place, asked in enumerate(INDICATORS):
        logit = np.log(asked.middle_share / (1 - asked.middle_share))
        sex = asked.woman * np.array([-0.5, 0.5])
        age = asked.old * np.linspace(-1, 1, len(AGES))
        total = asked.between * shift[:, place, None, None] + sex[:, None] + age + logit
        chances[..., place] = 1 / (1 + np.exp(-total))
    return chances


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


def true_values(population: Population) -> Frame:
    """Return the true share or mean of every indicator, for all and per domain.

    Domains (`by`): none, municipality, sex, age, and `sex,age` crossed.
    """
    names: list[str] = []
    by: list[str] = []
    domains: list[str] = []
    values: list[float] = []
    for kind, labels, axes in _domains(population):
        base = population.people.sum(axis=axes).ravel()
        for place, indicator in enumerate(population.indicators):
            successes = (population.people * population.chances[..., place]).sum(axis=axes).ravel()
            names += [indicator.name] * len(labels)
            by += [kind] * len(labels)
            domains += labels
            values += list(indicator.steps * successes / base)
    return Frame.of({"variable": names, "by": by, "domain": domains, "value": values})


def margins_of(population: Population) -> Frame:
    """Return the people per sex, age and municipality, as `--calibrate` reads them."""
    parts = (
        ("sex", SEXES, (0, 2)),
        ("age", AGES, (0, 1)),
        ("municipality", population.labels, (1, 2)),
    )
    return Frame.of(
        {
            "variable": [name for name, labels, _ in parts for _ in labels],
            "category": [label for _, labels, _ in parts for label in labels],
            "total": np.concatenate([population.people.sum(axis=axes) for *_, axes in parts]),
        }
    )


def _domains(population: Population) -> list[tuple[str, list[str], tuple[int, ...]]]:
    both = [f"{sex} × {age}" for sex in SEXES for age in AGES]
    return [
        ("", [""], (0, 1, 2)),
        ("municipality", list(population.labels), (1, 2)),
        ("sex", list(SEXES), (0, 2)),
        ("age", list(AGES), (0, 1)),
        ("sex,age", both, (0,)),
    ]


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
