# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a file of questions: where, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """One thing that is wrong, in a cell, a row, a sheet or the whole file.

    `row` is the row as a spreadsheet counts it, the header being row 1; `column` is what stands
    above it. Both are empty when the problem is of the whole sheet or file.
    """

    sheet: str
    row: int | None
    column: str
    why: str

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Return what to sort by."""
        return self.sheet, self.row or 0, self.column, self.why


class FormRejected(Exception):  # noqa: N818  the word the house uses for it
    """A file of questions that was not taken in, with everything that is wrong with it."""

    def __init__(self, problems: Sequence[SheetProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda one: one.order))
        super().__init__(f"{len(self.problems)} problems")
