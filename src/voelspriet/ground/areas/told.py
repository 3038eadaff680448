# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Areas and streets as a file or a generator tells them, before they are stored."""

from __future__ import annotations

from dataclasses import dataclass, field

import shapely

from voelspriet.ground.areas.choices import AreaLevel, MarginAspect, PlaceKind
from voelspriet.ground.privacy.actors import Refused

PROBLEMS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class AreaTold:
    """One area. `shape` is in RD metres; `row` counts from 1 in its file.

    `parent_codes` are the codes above it as the file tells them, nearest first; empty when it
    does not, then they follow from a CBS code or from the geometry.
    """

    code: str
    name: str
    shape: shapely.MultiPolygon
    population: int | None = None
    aliases: tuple[str, ...] = ()
    parent_codes: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class AreaFile:
    """Areas of one level in one year. `repaired` holds what was mended, as "code: what"."""

    level: AreaLevel
    year: int
    areas: tuple[AreaTold, ...]
    source: str = ""
    repaired: tuple[str, ...] = ()
    water_left_out: int = 0


@dataclass(frozen=True, slots=True)
class StreetTold:
    """A street (a line, in one or more pieces) or a spot (a point), in RD metres."""

    name: str
    shape: shapely.geometry.base.BaseGeometry
    kind: PlaceKind = PlaceKind.STREET
    row: int = 0


@dataclass(frozen=True, slots=True)
class StreetFile:
    """Streets and places. `unnamed` counts lines without a name, which nobody can look for."""

    streets: tuple[StreetTold, ...]
    source: str = ""
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class MarginTold:
    """How many people of one area are in one group; `row` counts from 1 in its file."""

    code: str
    aspect: MarginAspect
    category: str
    people: int
    row: int = 0


@dataclass(frozen=True, slots=True)
class MarginFile:
    """The population of areas by age or by how long people live there."""

    margins: tuple[MarginTold, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class MarginSummary:
    """What an import of the population did; counts of areas and of rows."""

    areas: int
    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one row of a file; row 0 is the file as a whole."""

    row: int
    reason: str

    def __str__(self) -> str:
        return f"row {self.row}: {self.reason}" if self.row else self.reason


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import of areas did; counts of areas."""

    level: str
    year: int
    added: int
    changed: int
    unchanged: int
    without_parent: int
    relinked: int
    water_left_out: int
    repaired: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class StreetSummary:
    """What an import of streets did; a street counts once for each neighbourhood it runs in."""

    added: int
    changed: int
    unchanged: int
    outside: int
    unnamed: int


class FileRejected(Refused):
    """A file that cannot be imported. Nothing of it was stored; `problems` say row and reason."""

    def __init__(self, problems: list[Problem]) -> None:
        shown = [str(problem) for problem in problems[:PROBLEMS_SHOWN]]
        if len(problems) > PROBLEMS_SHOWN:
            shown.append(f"and {len(problems) - PROBLEMS_SHOWN} more")
        super().__init__("; ".join(shown))
        self.problems = tuple(problems)


def rejected(reason: str) -> FileRejected:
    """Return the refusal of a file as a whole."""
    return FileRejected([Problem(0, reason)])
