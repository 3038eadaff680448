# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calibrated means: raked and GREG, drawn evenly and with unequal response."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario, Values, covered
from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.calibration import calibrate
from voelspriet.analysis.survey.estimation.design import survey_design
from voelspriet.analysis.survey.estimation.estimates import estimate

COVERAGE = Claim("coverage of 95 %", 0.935, 0.965)
PRINTED = Claim("coverage of 95 %", 0.935, 0.965, is_judged=False)
REFUSED = Claim("refused: the margins cannot be met", is_judged=False)
PEOPLE = 100_000.0
SEX = np.array([0.5, 0.5])
AGE = np.array([0.14, 0.30, 0.31, 0.25])
REGION = np.array([0.10, 0.15, 0.20, 0.25, 0.30])
# one row per cell of sex × age × region
CELLS = np.array([(s, a, r) for s in range(2) for a in range(4) for r in range(5)])
CELL_SHARES = SEX[CELLS[:, 0]] * AGE[CELLS[:, 1]] * REGION[CELLS[:, 2]]
CELL_MEANS = 0.4 * CELLS[:, 0] + 0.3 * CELLS[:, 1] - 0.2 * CELLS[:, 2]
CELL_CHANCES = 1 / (1 + np.exp(-(CELL_MEANS - 0.8)))  # of a yes
NAMES = ("sex", "age", "region")
PARAMETERS = 9  # what the margins fix: 1 + (2 - 1) + (4 - 1) + (5 - 1)


@dataclass(frozen=True, slots=True)
class World:
    """How people come into the sample, and what is asked and known of them.

    `response` is per sex and age the chance to answer (None: everybody); `oversampled` how much
    more often a person of each region is drawn. `kind` is mean or proportion; `method` raking or
    greg; with `income` a number related to the answer is a margin too.
    """

    n: int
    kind: str = "mean"
    method: str = "raking"
    response: tuple[tuple[float, ...], ...] | None = None
    oversampled: tuple[float, ...] = (1, 1, 1, 1, 1)
    income: bool = False
    domain_share: float | None = None


UNEQUAL = ((0.20, 0.30, 0.42, 0.48), (0.25, 0.38, 0.52, 0.60))  # a product of sex and age


def margins(world: World) -> Frame:
    """Return what is known of the population."""
    rows = [
        (name, str(category), PEOPLE * share)
        for name, shares in zip(NAMES, (SEX, AGE, REGION), strict=True)
        for category, share in enumerate(shares)
    ]
    if world.income:
        rows.append(("income", "", PEOPLE * 2.0))
    names, categories, totals = zip(*rows, strict=True)
    return Frame.of({"variable": names, "category": categories, "total": totals})


def truth(world: World) -> float:
    """Return the mean or share in the population."""
    values = CELL_CHANCES if world.kind == "proportion" else CELL_MEANS
    return float(values @ CELL_SHARES) + (0.5 * 2.0 if world.income else 0.0)


def draw(world: World, rng: np.random.Generator) -> Frame:
    """Draw `n` people who answered, with the weights of the design."""
    chances = CELL_SHARES * np.array(world.oversampled)[CELLS[:, 2]]
    if world.response is not None:
        chances = chances * np.array(world.response)[CELLS[:, 0], CELLS[:, 1]]
    cell = rng.choice(len(CELLS), world.n, p=chances / chances.sum())
    weights = 1 / np.array(world.oversampled)[CELLS[cell, 2]]
    columns: dict[str, Values] = {name: CELLS[cell, place] for place, name in enumerate(NAMES)}
    columns["w"] = weights / weights.sum() * PEOPLE
    if world.kind == "proportion":
        columns["y"] = (rng.random(world.n) < CELL_CHANCES[cell]).astype(np.int8)
    else:
        columns["y"] = CELL_MEANS[cell] + rng.standard_normal(world.n)
    if world.income:
        columns["income"] = rng.gamma(4.0, 0.5, world.n)
        columns["y"] = columns["y"] + 0.5 * columns["income"]
    if world.domain_share is not None:
        columns["domain"] = (rng.random(world.n) < world.domain_share).astype(np.int8)
    return Frame.of(columns)


def calibrated(world: World) -> Replicate:
    """Calibrate and estimate every sample as a person would, one by one."""
    known, wanted = margins(world), truth(world)
    strata = "region" if len(set(world.oversampled)) > 1 else None
    by = () if world.domain_share is None else ("domain",)

    def one(rng: np.random.Generator) -> tuple[float, float] | None:
        sample = draw(world, rng)
        design = survey_design(sample, weights="w", strata=strata)
        try:
            made = calibrate(sample, known, design=design, method=world.method).design
        except InputError:
            # a combination the margins need has nobody: a person is told, and gets no estimate
            return None
        found = estimate(sample, ["y"], design=made, kind=world.kind, by=by)
        return float(found.ci_low[-1]), float(found.ci_high[-1])

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        drawn = [one(rng) for _ in range(count)]
        ends = np.array([pair for pair in drawn if pair is not None]).reshape(-1, 2)
        return {
            COVERAGE.quantity: covered(ends[:, 0], ends[:, 1], wanted),
            REFUSED.quantity: np.array([pair is None for pair in drawn], dtype=float),
        }

    return replicate


def of_calibrated(
    name: str, drawn: str, world: World, *, is_judged: bool = True, is_quick: bool = False
) -> Scenario:
    """Return a scenario about the interval of a calibrated estimate."""
    claim = replace(COVERAGE if is_judged else PRINTED, is_conditional=True)
    called = f'calibrate(method="{world.method}"), estimate(kind="{world.kind}")'
    return Scenario(
        name, drawn, called, (claim, REFUSED), calibrated(world), chunk=250, is_quick=is_quick
    )


CHAPTER = Chapter(
    place=4,
    title="Calibrated estimates",
    told="""
        Weights are calibrated to sex (2), age (4) and region (5): nine parameters, so that the band
        is promised from n = 225 (25 for each). Does the interval still hold the truth when the
        young and men answer less often, when regions are drawn unevenly, and for a domain?
    """,
    rooms=("survey",),
    scenarios=(
        of_calibrated(
            "raked-even", "n = 225, everybody answers.", World(25 * PARAMETERS), is_quick=True
        ),
        of_calibrated(
            "raked-unequal-response",
            "n = 225, response from 20 to 60 % by sex and age.",
            World(25 * PARAMETERS, response=UNEQUAL),
        ),
        of_calibrated(
            "raked-unequal-response-and-weights",
            "n = 300, the same, and two regions drawn three times as often (strata).",
            World(300, response=UNEQUAL, oversampled=(3, 3, 1, 1, 1)),
        ),
        of_calibrated(
            "raked-share",
            "n = 300, a share of about 40 %, unequal response.",
            World(300, kind="proportion", response=UNEQUAL),
        ),
        of_calibrated(
            "raked-domain",
            "n = 450, the mean of a domain of about half, unequal response.",
            World(450, response=UNEQUAL, domain_share=0.5),
        ),
        of_calibrated(
            "greg-unequal-response",
            "n = 225, response from 20 to 60 % by sex and age.",
            World(25 * PARAMETERS, method="greg", response=UNEQUAL),
        ),
        of_calibrated(
            "greg-with-a-number",
            "n = 250, the total of a number is known as well.",
            World(250, method="greg", income=True),
        ),
        of_calibrated(
            "raked-few",
            "n = 90 (10 per parameter), unequal response.",
            World(90, response=UNEQUAL),
            is_judged=False,
        ),
    ),
)
