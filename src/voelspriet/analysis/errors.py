# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a calculation cannot work with, said so that a person can mend it."""

from __future__ import annotations

from collections.abc import Callable


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

    def __reduce__(self) -> tuple[Callable[..., ColumnError], tuple[str, str, int | None]]:
        """Let the error travel between processes, row and all."""
        return _column_error, (self.column, self.why, self.row)


def _column_error(column: str, why: str, row: int | None) -> ColumnError:
    return ColumnError(column, why, row=row)
