# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measure the calculations beside their peers: same run, same data, one thread each.

    make bench-analysis

Both sides read the same answers and make the same numbers, which is checked; only the work itself
is timed, in a process of its own. Ratios are of processor time: with one thread each and nothing
read or written it is what other work on the machine disturbs least; the clock is shown beside it.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.analysis.ends import End, ends
from benchmarks.analysis.measured import Measured, largest_difference
from benchmarks.analysis.monitor import monitor_files
from benchmarks.analysis.peers import MissingPeerError, ours, peer
from benchmarks.analysis.work import ROWS, SIZES, STEEPEST, WORKS, Work
from benchmarks.installation import ROOT
from benchmarks.speed import machine

FOLDER = ROOT / "build" / "bench" / "analysis"
TIMES = 7
PEER_TIMES = 5
SEED = 1


@dataclass(slots=True)
class Row:
    """What came of one piece of work; `peer` is None when it could not be compared."""

    work: Work
    ours: Measured
    slope: float
    peer: Measured | None = None
    difference: float = math.nan
    why_not: str = ""
    problems: list[str] = field(default_factory=list)

    @property
    def ratio(self) -> float | None:
        """Return our processor time ÷ theirs."""
        return None if self.peer is None else self.ours.median / self.peer.median


def measure(work: Work, *, seed: int, times: int, peer_times: int) -> Row:
    """Measure both sides of one piece of work, and ours at three sizes."""
    here = {rows: monitor_files(FOLDER, rows, seed).parquet.parent for rows in (*SIZES, ROWS)}
    medians = {
        rows: ours(work, here[rows], times, here[rows] / f"{work.name}-ours.csv")
        for rows in sorted(here)
    }
    row = Row(work, medians[ROWS], slope({rows: medians[rows].median for rows in SIZES}))
    if row.slope > STEEPEST:
        row.problems.append(f"slope {row.slope:.2f} is above {STEEPEST}")
    theirs = here[ROWS] / f"{work.name}-peer.csv"
    try:
        row.peer = peer(work, here[ROWS], peer_times, theirs)
    except MissingPeerError as missing:
        row.why_not = str(missing)
        return row
    row.difference = largest_difference(here[ROWS] / f"{work.name}-ours.csv", theirs)
    if row.difference > work.tolerance:
        row.problems.append(f"answers differ by {row.difference:.1e}, above {work.tolerance:.0e}")
    if work.bound is not None and row.ratio is not None and row.ratio > work.bound:
        row.problems.append(f"{1 / row.ratio:.1f} × as fast, not {1 / work.bound:.0f} ×")
    return row


def slope(seconds: dict[int, float]) -> float:
    """Return the slope of log seconds on log rows: 1 when twice the rows take twice the time."""
    x, y = [math.log(rows) for rows in seconds], [math.log(s) for s in seconds.values()]
    middle = sum(x) / len(x), sum(y) / len(y)
    over = sum((a - middle[0]) * (b - middle[1]) for a, b in zip(x, y, strict=True))
    return over / sum((a - middle[0]) ** 2 for a in x)


def show(row: Row) -> None:
    """Print one row of the table."""
    work = row.work
    print(f"\n{work.told}")
    print(f"  {side(row.ours, work.parts)}   slope {row.slope:.2f}")
    if row.peer is None:
        print(f"  NOT COMPARED: {row.why_not}")
        return
    bound = f"at most 1/{1 / work.bound:.0f}" if work.bound else "nothing promised"
    judged = "; ".join(row.problems) or ("met" if work.bound else "shown")
    print(f"  {side(row.peer, work.parts)}   {len(row.peer.seconds)} times")
    print(
        f"  ratio 1/{1 / (row.ratio or math.nan):.1f} ({bound}); answers equal to "
        f"{row.difference:.0e}: {judged}"
    )


def side(measured: Measured, parts: int) -> str:
    """Return what one side took, as text."""
    processor, clock = measured.median / parts, measured.median_by_clock / parts
    return (
        f"{measured.program:<22} {1000 * processor:9.2f} ms (clock {1000 * clock:.2f} ms)   "
        f"{measured.peak_mb:5.0f} MB"
    )


def main() -> int:
    """Measure everything and print the table; 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=[work.name for work in WORKS])
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--peer-times", type=int, default=PEER_TIMES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--without-ends", action="store_true", help="leave whole commands out")
    asked = parser.parse_args()
    facts = [*machine(), f"{ROWS:,} respondents, seed {asked.seed}, one thread on both sides"]
    print(*facts, sep="\n")
    rows = []
    for work in WORKS:
        if not asked.only or work.name in asked.only:
            rows.append(
                measure(work, seed=asked.seed, times=asked.times, peer_times=asked.peer_times)
            )
            show(rows[-1])
    found = [] if asked.without_ends else whole(asked.seed)
    path = keep(facts, rows, found)
    print(f"\nAs JSON: {path.relative_to(ROOT)}")
    missed = [row for row in rows if row.problems]
    absent = [row for row in rows if row.peer is None]
    print(f"{len(rows)} rows, {len(missed)} missed, {len(absent)} not compared")
    return 1 if missed else 0


def whole(seed: int) -> list[End]:
    """Print what a person waits for."""
    print("\nWhole commands (shown, not judged)")
    found = []
    for end in ends(monitor_files(FOLDER, ROWS, seed), FOLDER):
        found.append(end)
        print(f"  {end.told:<44} {end.seconds:6.2f} s")
    return found


def keep(facts: list[str], rows: list[Row], found: list[End]) -> Path:
    """Write what was measured for programs."""
    content = {
        "facts": facts,
        "rows": [{**asdict(row), "ratio": row.ratio} for row in rows],
        "ends": [asdict(end) for end in found],
    }
    path = FOLDER / "analysis.json"
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
