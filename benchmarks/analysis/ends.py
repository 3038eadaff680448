# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person waits for: whole commands on whole files, imports and help. Shown, not judged."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.analysis.monitor import Files
from benchmarks.installation import ROOT, VOELSPRIET
from voelspriet.analysis.survey.synthetic import INDICATORS
from voelspriet.doors.commands.analyse import command as analyse

TIMES = 5


@dataclass(frozen=True, slots=True)
class End:
    """What was run, and the middle of the seconds."""

    told: str
    seconds: float


def ends(files: Files, folder: Path) -> Iterator[End]:
    """Time whole commands, each in a process of its own."""
    names = ",".join(indicator.name for indicator in INDICATORS)
    for file in (files.parquet, files.csv):
        asked = [
            *VOELSPRIET, "analyse", "estimates", str(file), "--variables", names,
            "--by", "municipality", "--weights", "weight", "--strata", "municipality",
            "--out", str(folder / "estimates.csv"),
        ]  # fmt: skip
        yield End(f"analyse estimates, 20 × 342, {file.suffix[1:]}", seconds_of(asked))
    yield End(
        "import voelspriet.analysis",
        seconds_of([sys.executable, "-c", "import voelspriet.analysis"]),
    )
    group = analyse if isinstance(analyse, click.Group) else click.Group()
    for name in group.list_commands(click.Context(group)):
        yield End(f"analyse {name} --help", seconds_of([*VOELSPRIET, "analyse", name, "--help"]))


def seconds_of(command: list[str]) -> float:
    """Return the middle of the seconds a command takes. Raises RuntimeError when it fails."""
    found = []
    for _ in range(TIMES):
        started = time.perf_counter()
        finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        found.append(time.perf_counter() - started)
        if finished.returncode:
            raise RuntimeError(f"{' '.join(command)}\n{finished.stderr}")
    return statistics.median(found)
