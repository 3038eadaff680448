# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much one chart can hold and still be read."""

from __future__ import annotations

from voelspriet.analysis.errors import InputError

MOST_ROWS = 60


def refuse_too_many(rows: int, what: str, advice: str) -> None:
    """Raise InputError when there is nothing to draw or more than anybody can read."""
    if not rows:
        raise InputError("there is nothing to draw")
    if rows > MOST_ROWS:
        raise InputError(
            f"{rows} {what} are too many for one chart (at most {MOST_ROWS}): {advice};"
            " the table holds them all"
        )
