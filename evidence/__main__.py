# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`python -m evidence`: try every claim, and write what came out to the manual.

    make evidence

What is done is kept, so that an interrupted run goes on where it stopped; other code or another
seed begins again. The exit code is 1 when a judged claim misses its band.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatch

import click

from evidence import keeping, page, running
from evidence.judging import Finding, finding
from evidence.keeping import ROOT, Kept
from evidence.running import Drawn
from evidence.scenario import Chapter, Scenario
from evidence.scenarios import chapters

SEED = 20261125
QUICK = 200


@dataclass(slots=True)
class Run:
    """What is asked of one run, and what is done of it."""

    seed: int
    replications: int | None
    version: str
    kept: dict[str, Kept] = field(default_factory=dict)
    scenarios: dict[str, Scenario] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Tell whether every scenario gets all its replications, so that it may be kept."""
        return self.replications is None

    def asked_of(self, scenario: Scenario) -> int:
        """Return how many replications a scenario gets."""
        return self.replications or scenario.replications

    def begin(self, chapter: Chapter, scenario: Scenario) -> None:
        """Take up a scenario where it was left."""
        code = keeping.code_of(chapter, scenario)
        self.scenarios[scenario.name] = scenario
        self.kept[scenario.name] = (
            keeping.read(scenario, seed=self.seed, code=code)
            if self.is_whole
            else Kept(self.seed, code)
        )

    def waiting(self) -> list[running.Chunk]:
        """Return the chunks that are still to be drawn."""
        return [
            chunk
            for name, scenario in self.scenarios.items()
            for chunk in running.chunks_of(scenario, self.asked_of(scenario))
            if chunk.number not in self.kept[name].chunks
        ]

    def add(self, drawn: Drawn) -> bool:
        """Keep a chunk that is done; tell whether its scenario is done with it."""
        scenario = self.scenarios[drawn.chunk.scenario]
        kept = self.kept[scenario.name]
        kept.chunks[drawn.chunk.number] = drawn.sums
        kept.finished = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
        kept.version = self.version
        if self.is_whole:
            keeping.write(scenario, kept)
        return kept.count == self.asked_of(scenario)

    def findings(self, scenario: Scenario) -> list[Finding]:
        """Return what came of the claims of a scenario that is done."""
        kept = self.kept[scenario.name]
        return [finding(scenario, claim, kept.sums(claim.quantity)) for claim in scenario.claims]


@click.command()
@click.option(
    "--only", multiple=True, metavar="NAME",
    help="Only these scenarios; * stands for anything. May be given more than once.",
)  # fmt: skip
@click.option(
    "--replications", type=click.IntRange(2),
    help="As many samples per scenario; bands are widened by their chance error.",
)  # fmt: skip
@click.option("--quick", is_flag=True, help=f"A few scenarios, {QUICK} samples each.")
@click.option("--seed", type=int, default=SEED, show_default=True)
@click.option("--processes", type=click.IntRange(1), default=running.PROCESSES, show_default=True)
def main(
    *, only: tuple[str, ...], replications: int | None, quick: bool, seed: int, processes: int
) -> None:
    """Draw samples, judge what is claimed of intervals and probabilities, and write it down."""
    run = Run(seed, replications or (QUICK if quick else None), version())
    for chapter in chapters():
        for scenario in chapter.scenarios:
            if (scenario.is_quick or not quick) and is_asked(scenario, only):
                run.begin(chapter, scenario)
    if not run.scenarios:
        raise click.UsageError(f"no scenario is called {', '.join(only)}")
    click.echo(f"Seed {seed}, version {run.version}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    draw(run, processes)
    found = [one for scenario in run.scenarios.values() for one in run.findings(scenario)]
    if run.is_whole and not only and not quick:
        page.write(run.findings, run.kept, seed=seed)
        click.echo(f"Written: {page.PAGE.relative_to(ROOT)} and its pictures")
    sys.exit(verdict(found))


def verdict(found: Sequence[Finding]) -> int:
    """Print the judged claims that are missed and return the exit code: 1 when there are any."""
    failures = [one for one in found if one.is_failure]
    for failure in failures:
        click.echo(f"MISSED  {page.line(failure)}")
    judged = sum(one.claim.is_judged for one in found)
    click.echo(f"{judged} judged claims, {len(failures)} missed; {len(found) - judged} printed")
    return 1 if failures else 0


def is_asked(scenario: Scenario, only: Sequence[str]) -> bool:
    """Tell whether a scenario is among those that are asked for."""
    return not only or any(fnmatch(scenario.name, pattern) for pattern in only)


def draw(run: Run, processes: int) -> None:
    """Draw what is still to be drawn, and print what comes of every scenario."""
    for scenario in run.scenarios.values():
        if run.kept[scenario.name].count == run.asked_of(scenario):
            tell(run, scenario, "kept")
    waiting = run.waiting()
    total = sum(chunk.count for chunk in waiting)
    try:
        with click.progressbar(length=total, label="Samples", file=sys.stderr) as bar:

            def done(drawn: Drawn) -> None:
                if run.add(drawn):
                    tell(run, run.scenarios[drawn.chunk.scenario], "done")
                bar.update(drawn.chunk.count)

            running.draw_all(waiting, seed=run.seed, done=done, processes=processes)
    except KeyboardInterrupt:
        click.echo("\nStopped. What is done is kept: the same command goes on from here.")
        sys.exit(130)


def tell(run: Run, scenario: Scenario, how: str) -> None:
    """Print one line per claim of a scenario."""
    for found in run.findings(scenario):
        click.echo(f"{how}  {page.line(found)}")


def version() -> str:
    """Return the version of the code, with a mark when files differ from it."""
    asked = ["git", "describe", "--always", "--dirty=, changed", "--exclude=*"]
    finished = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    return finished.stdout.strip() or "unknown"


if __name__ == "__main__":
    main()
