# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codebooks that come with the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from voelspriet.understand.coding.choices import CodebookKind

FILE = Path(__file__).resolve().parents[1] / "codebooks.toml"


@dataclass(frozen=True, slots=True)
class SeedCode:
    """A code as it comes with the program."""

    number: int
    name: str
    definition: str
    examples: str


@dataclass(frozen=True, slots=True)
class Seed:
    """A codebook as it comes with the program."""

    seed: str
    name: str
    kind: CodebookKind
    codes: tuple[SeedCode, ...]


@lru_cache(maxsize=1)
def seeds() -> tuple[Seed, ...]:
    """Return every codebook that comes with the program."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Seed(
            one["seed"],
            one["name"],
            CodebookKind(one["kind"]),
            tuple(
                SeedCode(code["number"], code["name"], code["definition"], code.get("examples", ""))
                for code in one["codes"]
            ),
        )
        for one in told["codebook"]
    )
