# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A drawn chart, with the numbers it shows and the words for who does not see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["nl", "en"]
Unit: TypeAlias = Literal["number", "share"]
Beside: TypeAlias = Literal["population", "invited"]
Value: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `svg` stands alone and loads nothing.

    `columns` are the numbers drawn, column by column, all as long; `title` and `description` are
    the words that stand in the drawing for who does not see it.
    """

    svg: str
    columns: Mapping[str, Sequence[Value]]
    title: str
    description: str
