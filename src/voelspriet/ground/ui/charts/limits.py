# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be drawn: not too much, and only numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from voelspriet.analysis.errors import InputError

MOST_ROWS = 60

Row = TypeVar("Row")


def refuse_too_many(rows: int, what: str, advice: str) -> None:
    """Raise InputError when there is nothing to draw or more than anybody can read."""
    if not rows:
        raise InputError("there is nothing to draw")
    if rows > MOST_ROWS:
        raise InputError(
            f"{rows} {what} are too many for one chart (at most {MOST_ROWS}): {advice};"
            " the table holds them all"
        )


def only_numbers(rows: Iterable[Row], *needed: str) -> list[Row]:
    """Return rows whose NaN and infinities are None, for they are no place on a scale.

    Raises InputError when a row lacks a number of `needed`.
    """
    known = [_known(row) for row in rows]
    for place, row in enumerate(known, start=1):
        for name in needed:
            if getattr(row, name) is None:
                raise InputError(f"row {place} of the chart has no {name.replace('_', ' ')}")
    return known


def _known(row: Any) -> Any:
    values = {field.name: getattr(row, field.name) for field in fields(row)}
    lost = {name: None for name, value in values.items() if _is_lost(value)}
    return replace(row, **lost) if lost else row


def _is_lost(value: object) -> bool:
    return isinstance(value, float) and not math.isfinite(value)
