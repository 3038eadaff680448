# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draw the samples: in chunks, in two processes, with seeds that depend on neither."""

from __future__ import annotations

import multiprocessing
import os
import signal
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from evidence.judging import Sums
from evidence.scenario import Scenario
from evidence.scenarios import scenario_of

PROCESSES = 2
# a worker that used all cores would only get in the way of the other
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "ARROW")}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a scenario's replications: its number, counted from 0, and how many."""

    scenario: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chunk and the sums of what came out, per quantity."""

    chunk: Chunk
    sums: dict[str, Sums]


def chunks_of(scenario: Scenario, replications: int) -> list[Chunk]:
    """Divide replications into chunks; the last may be smaller."""
    starts = range(0, replications, scenario.chunk)
    return [
        Chunk(scenario.name, number, min(scenario.chunk, replications - start))
        for number, start in enumerate(starts)
    ]


def draw(scenario: Scenario, chunk: Chunk, seed: int) -> Drawn:
    """Draw one chunk. Its random numbers follow from the seed, the name and the number alone.

    Raises ValueError when the outcomes are not those the claims are about.
    """
    key = (zlib.crc32(scenario.name.encode()), chunk.number)
    rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=key))
    outcomes = scenario.replicate(rng, chunk.count)
    claimed = {claim.quantity: claim for claim in scenario.claims}
    if set(outcomes) != set(claimed):
        raise ValueError(f"{scenario.name}: {sorted(outcomes)} drawn, {sorted(claimed)} claimed")
    for quantity, values in outcomes.items():
        if len(values) != chunk.count and not claimed[quantity].is_conditional:
            raise ValueError(f"{scenario.name}, {quantity}: {len(values)} of {chunk.count} drawn")
    return Drawn(chunk, {name: Sums.of(values) for name, values in outcomes.items()})


def draw_all(
    chunks: Sequence[Chunk], *, seed: int, done: Callable[[Drawn], None], processes: int = PROCESSES
) -> None:
    """Draw chunks in processes of their own and hand each over as it is done.

    When a person interrupts, or a chunk fails, no further ones are begun.
    """
    # a fresh process: the threads of libraries do not survive a fork
    spawned = multiprocessing.get_context("spawn")
    with (
        _one_thread(),
        ProcessPoolExecutor(processes, mp_context=spawned, initializer=_leave_interrupts) as pool,
    ):
        try:
            waiting: set[Future[Drawn]] = {pool.submit(_draw, chunk, seed) for chunk in chunks}
            while waiting:
                ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                for future in ready:
                    done(future.result())
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _leave_interrupts() -> None:
    """Let the parent alone hear a person's interrupt: it tells what is kept."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _draw(chunk: Chunk, seed: int) -> Drawn:
    return draw(scenario_of(chunk.scenario), chunk, seed)


@contextmanager
def _one_thread() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
