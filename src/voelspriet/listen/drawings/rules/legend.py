# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The legend: what can be drawn, in which form and colour. Its words are data (`legend.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from voelspriet.listen.drawings.choices import ShapeForm, ShapeKind

LEGEND_FILE = Path(__file__).resolve().parent.parent / "legend.toml"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One kind of the legend. `is_open`: a public result may show where it was drawn."""

    kind: ShapeKind
    form: ShapeForm
    colour: str
    is_traffic: bool
    is_open: bool
    is_usual: bool
    source: str

    @property
    def label(self) -> str:
        """Return the kind in the reader's language."""
        return str(self.kind.label)

    @property
    def form_label(self) -> str:
        """Return how it is drawn, in the reader's language."""
        return str(self.form.label)


@lru_cache(maxsize=1)
def legend() -> dict[str, LegendEntry]:
    """Return every kind by its code, in the order of the file."""
    told = tomllib.loads(LEGEND_FILE.read_text(encoding="utf-8"))
    return {
        code: LegendEntry(
            kind=ShapeKind(code),
            form=ShapeForm(entry["form"]),
            colour=entry["colour"],
            is_traffic=entry["traffic"],
            is_open=entry["open"],
            is_usual=entry["usual"],
            source=entry.get("source", ""),
        )
        for code, entry in told.items()
    }


def usual_kinds() -> list[str]:
    """Return the kinds a new round offers unless a colleague chooses others."""
    return [code for code, entry in legend().items() if entry.is_usual]


def entries_of(kinds: Iterable[str]) -> tuple[LegendEntry, ...]:
    """Return the entries of these kinds in the order of the legend; unknown codes are left out."""
    wanted = set(kinds)
    return tuple(entry for code, entry in legend().items() if code in wanted)
