# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guides for conversations: what to ask about, in our own words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "guides.toml"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a talk with what to ask; factors of the Tafel van 12 behind each."""

    title: str
    topics: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide for one kind of talk."""

    title: str
    told: str
    blocks: tuple[Block, ...]


@lru_cache(maxsize=1)
def guides() -> tuple[Guide, ...]:
    """Return every guide."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Guide(
            guide["title"],
            guide["told"],
            tuple(
                Block(
                    block["title"],
                    tuple((one["ask"], tuple(one.get("factors", ()))) for one in block["topics"]),
                )
                for block in guide["blocks"]
            ),
        )
        for guide in told["guide"]
    )
