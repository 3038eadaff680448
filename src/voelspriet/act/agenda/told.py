# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned works as a file tells them, before they are stored, and what is wrong with a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.ground.privacy.actors import Refused


@dataclass(frozen=True, slots=True)
class WorkTold:
    """One planned work. `row` counts from 1 in its file; None is what the file does not tell."""

    key: str
    what: str
    kind: WorkKind
    area: str
    streets: tuple[str, ...]
    starts_on: date
    ends_on: date
    carrier: str
    source_on: date | None = None
    state: WorkState | None = None
    is_public: bool = False
    row: int = 0


@dataclass(frozen=True, slots=True)
class FileProblem:
    """What cannot be read: which row (0 for the whole file), which column, and why."""

    row: int
    column: str
    why: str


class WorksRejected(Refused):
    """A file with planned works that cannot be taken in; nothing of it was stored."""

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(f"{first.row}: {first.column}: {first.why}", field="file")
