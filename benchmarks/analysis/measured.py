# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one side of one piece of work took, and what it answered."""

from __future__ import annotations

import json
import statistics
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pyarrow import csv

NOTHING = 1e-8


@dataclass(frozen=True, slots=True)
class Measured:
    """What every time took, and the most memory its process ever had.

    `processor_seconds` are those a processor worked on it, with one thread and no input or output
    on either side: what other work on the machine disturbs least. `seconds` are those of a clock.
    """

    processor_seconds: tuple[float, ...]
    seconds: tuple[float, ...]
    peak_mb: float
    program: str

    @property
    def median(self) -> float:
        """Return the middle of the processor's seconds."""
        return statistics.median(self.processor_seconds)

    @property
    def median_by_clock(self) -> float:
        """Return the middle of the seconds of a clock."""
        return statistics.median(self.seconds)

    def as_json(self) -> str:
        """Return it as one line for another process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Measured:
        """Return what another process printed."""
        found = json.loads(line)
        processor, clock = tuple(found["processor_seconds"]), tuple(found["seconds"])
        return cls(processor, clock, found["peak_mb"], found["program"])


def largest_difference(ours: Path, theirs: Path) -> float:
    """Return the largest relative difference between two files of answers.

    Both have a column `key` and the same columns of numbers, in any order of rows. What is smaller
    than a hundred-millionth counts as that: where nothing varies one side says 0 and the other
    rounding. Raises ValueError when they answer different questions.
    """
    one, other = (_by_key(file) for file in (ours, theirs))
    if one.keys() != other.keys():
        wrong = sorted(one.keys() ^ other.keys())[:3]
        raise ValueError(f"{len(one)} answers against {len(other)}; only one side has {wrong}")
    first = np.array([one[key] for key in one])
    second = np.array([other[key] for key in one])
    size = np.maximum(np.abs(second), NOTHING)
    return float((np.abs(first - second) / size).max())


def _by_key(file: Path) -> dict[str, NDArray[np.float64]]:
    table = csv.read_csv(file)
    names = [name for name in table.column_names if name != "key"]
    numbers = np.column_stack([table.column(name).to_numpy() for name in sorted(names)])
    return dict(zip(map(str, table.column("key").to_pylist()), numbers, strict=True))
