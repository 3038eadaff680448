# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a calculation cannot work with, said so that a person can mend it."""

from __future__ import annotations


class InputError(ValueError):
    """Data or an argument cannot be used; the message says what and why."""


class ColumnError(InputError):
    """A column cannot be used.

    `column` is its name; `row` counts the rows of data from 1, or is None when the whole column
    is meant; `why` is the reason.
    """

    def __init__(self, column: str, why: str, *, row: int | None = None) -> None:
        self.column, self.row, self.why = column, row, why
        place = f"column {column!r}" if row is None else f"column {column!r}, row {row}"
        super().__init__(f"{place}: {why}")
