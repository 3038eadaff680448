# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Say loudly, at the end of a run, which tests could not run here and why.

And how long people were busy with what must be light: pytest keeps what a test that passed printed
to itself.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.thorough import THOROUGH

STOPWATCH = "STOPWATCH "  # how tests.e2e.stopwatch begins a line
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def left_out() -> list[str]:
    """Return a sentence for everything this machine lacks."""
    shared = os.environ.get("VOELSPRIET_SHARED", Path(__file__).resolve().parents[2] / "shared")
    sentences = []
    if not any(shutil.which(name) for name in CHROMIUM):
        sentences.append("No Chromium: no test drove a real browser (stories, axe, keyboard).")
    if not os.environ.get("VOELSPRIET_DATABASE_URL", "").startswith("postgres"):
        sentences.append("SQLite only: set VOELSPRIET_DATABASE_URL to test on PostgreSQL.")
    if not shutil.which("Rscript"):
        sentences.append("No R: frozen reference numbers were used, no script was run again.")
    if not Path(shared).is_dir():
        sentences.append(f"No real input in {shared}: set VOELSPRIET_SHARED to test on it.")
    if not THOROUGH:
        sentences.append("Of random sets, slow scripts and attacks a part: make thorough runs all.")
    return sentences


def stopwatch_lines(stats: Mapping[str, Iterable[object]]) -> list[str]:
    """Return what tests printed of their stopwatch, from whatever process they ran in."""
    return [
        line
        for outcome in ("passed", "failed")
        for report in stats.get(outcome, ())
        if isinstance(report, pytest.TestReport)
        for line in report.capstdout.splitlines()
        if line.startswith(STOPWATCH)
    ]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was timed and what was left out above pytest's own last line."""
    timed = stopwatch_lines(terminalreporter.stats)
    if timed:
        terminalreporter.section("STOPWATCH")
    for line in timed:
        terminalreporter.write_line(line)
    sentences = left_out()
    if sentences:
        terminalreporter.section("LEFT OUT", sep="!", yellow=True, bold=True)
    for sentence in sentences:
        terminalreporter.write_line(sentence, yellow=True)
