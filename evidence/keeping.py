# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep what is drawn, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from evidence.judging import Sums
from evidence.scenario import Chapter, Scenario

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "evidence"
ANALYSIS = ROOT / "src" / "voelspriet" / "analysis"
DRAWING = Path(__file__).parent / "drawing.py"


@dataclass(slots=True)
class Kept:
    """The chunks of one scenario that are done: per number the sums of every quantity.

    `finished` is the moment the last of them was done, `code` tells which code it was.
    """

    seed: int
    code: str
    finished: str = ""
    version: str = ""
    chunks: dict[int, dict[str, Sums]] = field(default_factory=dict)

    def sums(self, quantity: str) -> Sums:
        """Add up the outcomes of all chunks."""
        total = Sums(0, 0.0, 0.0)
        for number in sorted(self.chunks):
            total += self.chunks[number][quantity]
        return total

    @property
    def count(self) -> int:
        """Return the number of replications that are done."""
        return sum(max(s.count for s in chunk.values()) for chunk in self.chunks.values())


def code_of(chapter: Chapter, scenario: Scenario) -> str:
    """Return a mark of everything a scenario's outcome depends on; other code, other mark."""
    digest = hashlib.sha256()
    for room in sorted((*chapter.rooms, "errors.py", "frames")):
        place = ANALYSIS / room
        inside = (file for file in place.rglob("*") if file.suffix in {".py", ".toml"})
        for file in sorted(inside) if place.is_dir() else [place]:
            digest.update(file.read_bytes())
    own = Path(scenario.replicate.__code__.co_filename)
    # and what is read beside it
    for file in (DRAWING, own, *sorted(own.parent.glob(f"{own.stem}*[vt]"))):
        digest.update(file.read_bytes())
    digest.update(repr((scenario.name, scenario.chunk)).encode())
    return digest.hexdigest()[:16]


def read(scenario: Scenario, *, seed: int, code: str, folder: Path = KEPT) -> Kept:
    """Return what is kept of a scenario; nothing when it was drawn with another seed or code."""
    file = folder / f"{scenario.name}.json"
    fresh = Kept(seed, code)
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        chunks = {
            int(number): {name: Sums(**sums) for name, sums in quantities.items()}
            for number, quantities in content.pop("chunks").items()
        }
        found = Kept(**content, chunks=chunks)
    except (OSError, ValueError, TypeError, KeyError):
        return fresh
    return found if (found.seed, found.code) == (seed, code) else fresh


def write(scenario: Scenario, kept: Kept, folder: Path = KEPT) -> None:
    """Keep what is done, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{scenario.name}.json"
    whole = file.with_suffix(f".{os.getpid()}")
    whole.write_text(json.dumps(asdict(kept), indent=1), encoding="utf-8")
    whole.replace(file)
