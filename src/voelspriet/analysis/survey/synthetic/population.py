# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who could be asked, what they would answer, and so what is true of every domain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame

Vector = NDArray[np.float64]
Whole = NDArray[np.int64]

SEXES = ("man", "woman")
AGES = ("15-24", "25-44", "45-64", "65+")
REGIONS = 10
PEOPLE = 14_500_000  # residents of 15 and older in all municipalities together
PEOPLE_A_NEIGHBOURHOOD = 4_000
AGE_SHARES = np.array([0.14, 0.30, 0.31, 0.25])


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
    the chance of one success; `neighbourhoods` is their number per municipality, `regions` the
    number of its region, of neighbours in the list.
    """

    labels: tuple[str, ...]
    regions: Whole
    people: Whole
    neighbourhoods: Whole
    chances: Vector
    indicators: tuple[Indicator, ...] = INDICATORS


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
    regions = np.arange(municipalities) * min(REGIONS, municipalities) // municipalities
    chances = _chances(rng, municipalities)
    return Population(labels, regions, people, np.maximum(around, 4), chances)


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


def true_values(population: Population) -> Frame:
    """Return the true share or mean of every indicator, for all and per domain.

    Domains (`by`): none, region, municipality, sex, age, and `sex,age` crossed.
    """
    names: list[str] = []
    by: list[str] = []
    domains: list[str] = []
    values: list[float] = []
    successes = population.people[..., None] * population.chances
    for kind, labels in _domains(population).items():
        base = _totals(population, kind, population.people[..., None])[:, 0]
        found = _totals(population, kind, successes) / base[:, None]
        for place, indicator in enumerate(population.indicators):
            names += [indicator.name] * len(labels)
            by += [kind] * len(labels)
            domains += labels
            values += list(indicator.steps * found[:, place])
    return Frame.of({"variable": names, "by": by, "domain": domains, "value": values})


def margins_of(population: Population) -> Frame:
    """Return the people per sex, age, region and municipality, as `--calibrate` reads them."""
    kinds = ("sex", "age", "region", "municipality")
    labels = {kind: _domains(population)[kind] for kind in kinds}
    people = population.people[..., None]
    return Frame.of(
        {
            "variable": [kind for kind in kinds for _ in labels[kind]],
            "category": [label for kind in kinds for label in labels[kind]],
            "total": np.concatenate([_totals(population, kind, people)[:, 0] for kind in kinds]),
        }
    )


def _domains(population: Population) -> dict[str, list[str]]:
    return {
        "": [""],
        "region": list(region_labels(population)),
        "municipality": list(population.labels),
        "sex": list(SEXES),
        "age": list(AGES),
        "sex,age": [f"{sex} × {age}" for sex in SEXES for age in AGES],
    }


def _totals(population: Population, kind: str, values: NDArray[Any]) -> NDArray[Any]:
    """Return the totals of `values` (municipality, sex, age, what) per domain (domain, what)."""
    if kind == "region":
        found = np.zeros((len(region_labels(population)), values.shape[-1]), dtype=values.dtype)
        np.add.at(found, population.regions, values.sum(axis=(1, 2)))
        return found
    kept = {"": (), "municipality": (0,), "sex": (1,), "age": (2,), "sex,age": (1, 2)}[kind]
    left = tuple(axis for axis in range(3) if axis not in kept)
    totals: NDArray[Any] = values.sum(axis=left).reshape(-1, values.shape[-1])
    return totals


def region_labels(population: Population) -> tuple[str, ...]:
    """Return the names of the regions, in the order of their numbers."""
    return tuple(f"R{number + 1:02}" for number in range(int(population.regions.max()) + 1))
