# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write what came out as a page of the manual, with a picture per chapter."""

from __future__ import annotations

import math
import platform
from collections.abc import Callable, Mapping
from importlib.metadata import version as version_of

from evidence.judging import Finding
from evidence.keeping import ROOT, Kept
from evidence.pictures import picture
from evidence.scenario import Chapter, Claim, Scenario
from evidence.scenarios import chapters

PAGE = ROOT / "docs" / "reference" / "evidence.md"
PICTURES = ROOT / "docs" / "pictures" / "evidence"
Findings = Callable[[Scenario], list[Finding]]

TOP = """# Evidence

A 95 % interval should hold the truth in 95 of 100 surveys. Whether it does can be tried: make a
world of which the truth is known, draw thousands of samples, and count. This page is made by
`make evidence`; every scenario and every band stood in the code before anything was drawn. Why and
how: [Evidence by drawing samples](../explanation/method-evidence.md).

- **Measured** is the mean over all samples; ± is its Monte Carlo standard error.
- **Band** is what method asks. A claim that is *judged* and misses its band makes the run fail;
  *printed* is there to be seen, outside what is promised.
"""


def line(found: Finding) -> str:
    """Return one finding as a line of text."""
    claim = found.claim
    judged = ("met" if found.is_met else "MISSED") if claim.is_judged else "printed"
    return (
        f"{found.scenario.name}: {claim.quantity} {measured(found)} "
        f"(band {band(claim)}, {found.count} samples): {judged}"
    )


def measured(found: Finding) -> str:
    """Return the mean with its Monte Carlo error: a rate as a percentage."""
    if found.claim.is_rate:
        return f"{100 * found.mean:.2f} ± {100 * found.monte_carlo_error:.2f} %"
    return f"{found.mean:.4f} ± {found.monte_carlo_error:.4f}"


def band(claim: Claim) -> str:
    """Return the band of a claim in words."""
    low, high = (_edge(edge, claim) for edge in (claim.low, claim.high))
    unit = " %" if claim.is_rate else ""
    if low and high:
        return f"{low}–{high}{unit}"
    if low or high:
        return f"at least {low}{unit}" if low else f"at most {high}{unit}"
    return "none"


def _edge(edge: float, claim: Claim) -> str:
    return "" if math.isinf(edge) else f"{100 * edge if claim.is_rate else edge:.4g}"


def write(findings: Findings, kept: Mapping[str, Kept], *, seed: int) -> None:
    """Write the page and its pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    parts = [TOP, _facts(kept, seed)]
    for chapter in chapters():
        found = [one for scenario in chapter.scenarios for one in findings(scenario)]
        name = f"{chapter.title.lower().replace(' ', '-').replace(',', '')}.svg"
        drawn = picture(chapter.title, found)
        if drawn is not None:
            (PICTURES / name).write_text(drawn.svg + "\n", encoding="utf-8")
        shown = f"![{drawn.description}](../pictures/evidence/{name})\n" if drawn else ""
        parts.append(_chapter(chapter, found, shown, kept))
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def _facts(kept: Mapping[str, Kept], seed: int) -> str:
    dates = sorted(one.finished for one in kept.values())
    versions = sorted({one.version for one in kept.values()})
    programs = ", ".join(f"{name} {version_of(name)}" for name in ("numpy", "scipy", "pyarrow"))
    samples = sum(one.count for one in kept.values())
    return (
        f"Seed {seed}; drawn from {dates[0]} to {dates[-1]}; {len(kept)} scenarios, "
        f"{samples:,} samples. Code of version {', '.join(versions)}; Python "
        f"{platform.python_version()}, {programs}.\n"
    )


def _samples(scenario: Scenario, kept: Kept) -> str:
    """Say how many samples were drawn; a page of a run that was cut short says so."""
    if kept.count < scenario.replications:
        return f"{kept.count:,} of {scenario.replications:,} samples"
    return f"{kept.count:,} samples"


def _chapter(chapter: Chapter, found: list[Finding], shown: str, kept: Mapping[str, Kept]) -> str:
    rows = [
        f"| `{one.scenario.name}` | {one.claim.quantity} | {measured(one)} | {band(one.claim)} | "
        f"{('met' if one.is_met else '**missed**') if one.claim.is_judged else 'printed'} |"
        for one in found
    ]
    scenarios = [
        f"- `{s.name}`: {s.drawn} `{s.called}`, {_samples(s, kept[s.name])}."
        for s in chapter.scenarios
    ]
    return "\n".join(
        [
            f"## {chapter.title}\n",
            " ".join(chapter.told.split()) + "\n",
            shown,
            "| scenario | what | measured | band | |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
            *scenarios,
            "",
        ]
    )
