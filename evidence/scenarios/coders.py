# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreement of coders: whether bootstrap intervals of kappa and alpha hold the truth. Printed."""

from __future__ import annotations

import numpy as np

from evidence.scenario import Chapter, Claim, Outcomes, Replicate, Scenario
from voelspriet.analysis.agreement import alpha, kappa
from voelspriet.analysis.agreement.results import Interval
from voelspriet.analysis.frames import Frame

COVERAGE = Claim("coverage of 95 %", 0.935, 0.965, is_judged=False)
CODES = 50  # a call, each a sample of its own
PARTS, LENGTH = 20, 50  # a source has so many parts, of so many codepoints
# how often a part gets a code from both, one, the other, or neither
CHANCES = np.array([0.18, 0.06, 0.08, 0.68])
BOOTSTRAPS = 1_000


def of_sources(sources: int, concentration: float) -> Replicate:
    """Two coders go through sources that differ in how often, and how alike, they are coded."""
    both, one, other = CHANCES[0], CHANCES[0] + CHANCES[1], CHANCES[0] + CHANCES[2]
    truth = 2 * (both - one * other) / (one + other - 2 * one * other)

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        found: list[Interval] = []
        while len(found) < count:
            codings = drawn_codings(sources, concentration, rng)
            agreements = kappa(codings, rng=rng, replications=BOOTSTRAPS).agreements
            found += [agreement.interval for agreement in agreements]
        return {COVERAGE.quantity: held(found[:count], truth)}

    return replicate


def drawn_codings(sources: int, concentration: float, rng: np.random.Generator) -> Frame:
    """Return ranges of both coders for every code, in the shape a file has."""
    own = rng.dirichlet(CHANCES * concentration, (sources, CODES))
    drawn = rng.random((sources, CODES, PARTS))
    steps = np.cumsum(own, axis=2)[..., np.newaxis, :]
    kind = (drawn[..., np.newaxis] > steps[..., :3]).sum(axis=-1)
    rows = [
        (coder, np.argwhere(np.isin(kind, kinds)))
        for coder, kinds in (("a", (0, 1)), ("b", (0, 2)))
    ]
    place = np.concatenate([found for _, found in rows])
    coder = np.repeat([name for name, _ in rows], [len(found) for _, found in rows])
    # a row without a code says that this coder went through this source
    every = np.arange(sources)
    length = PARTS * LENGTH
    codes: list[str | None] = [f"c{number:02}" for number in place[:, 1]]
    starts: list[int | None] = (place[:, 2] * LENGTH).tolist()
    ends: list[int | None] = (place[:, 2] * LENGTH + LENGTH).tolist()
    return Frame.of(
        {
            "source": np.concatenate([place[:, 0], every, every]),
            "length": np.full(len(place) + 2 * sources, length),
            "coder": [*coder.tolist(), *["a"] * sources, *["b"] * sources],
            "code": codes + [None] * (2 * sources),
            "start": starts + [None] * (2 * sources),
            "end": ends + [None] * (2 * sources),
        }
    )


def of_items(items: int, level: str) -> Replicate:
    """Three coders, one value in ten missing; coders see the true value or guess."""
    sees = 0.8
    # alike when both see (always the same) or by chance: 1 - observed ÷ expected disagreement
    truth = sees * sees

    def replicate(rng: np.random.Generator, count: int) -> Outcomes:
        found = []
        for _ in range(count):
            true = rng.integers(1, 6, (items, 1))
            guessed = rng.integers(1, 6, (items, 3))
            values = np.where(rng.random((items, 3)) < sees, true, guessed)
            item, coder = np.nonzero(rng.random((items, 3)) < 0.9)  # noqa: PLR2004  one in ten
            data = Frame.of({"item": item, "coder": coder, "value": values[item, coder]})
            found.append(alpha(data, level=level, rng=rng, replications=BOOTSTRAPS))
        return {COVERAGE.quantity: held([one.agreement.interval for one in found], truth)}

    return replicate


def held(intervals: list[Interval], truth: float) -> np.ndarray:
    """Return whether each interval holds the truth; one that is not given does not."""
    return np.array(
        [
            one.low is not None and one.high is not None and one.low <= truth <= one.high
            for one in intervals
        ],
        dtype=float,
    )


def of_coders(name: str, drawn: str, called: str, replicate: Replicate) -> Scenario:
    """Return a scenario about agreement; in small parts, since each has a bootstrap of its own."""
    return Scenario(name, drawn, called, (COVERAGE,), replicate, chunk=250)


CHAPTER = Chapter(
    place=22,
    title="Agreement from whole tables",
    told="""
        The same intervals once more, asked as a person asks them: from a table of codings. No band
        is promised. Each sample has 1,000 bootstraps.
    """,
    rooms=("agreement",),
    scenarios=(
        of_coders(
            "kappa-from-codings",
            "12 sources of 1,000 codepoints in parts of 50, kappa 0.64.",
            "kappa",
            of_sources(12, 8.0),
        ),
        of_coders(
            "alpha-nominal-from-items",
            "40 items, 3 coders, one value in ten missing, alpha 0.64.",
            'alpha(level="nominal")',
            of_items(40, "nominal"),
        ),
        of_coders(
            "alpha-interval-from-items",
            "the same, as numbers.",
            'alpha(level="interval")',
            of_items(40, "interval"),
        ),
    ),
)
