# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recipes of scales as a person writes them down: a TOML text with a table per scale."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.survey.questions.scales import ScaleRecipe

LISTS = ("items", "reversed", "dont_know")
NEEDED = ("items", "lowest", "highest", "minimum_answered")
KEYS = {*LISTS, *NEEDED}


def recipes_from(text: str) -> tuple[ScaleRecipe, ...]:
    """Read recipes, in order: a table per scale, with the name of the scale.

    Keys: `items` and `reversed` (names of columns), `lowest` and `highest` (the range of an item),
    `minimum_answered`, `dont_know` (numbers); `reversed` and `dont_know` may be left out. Raises
    InputError for text that is no TOML, without a table, with an unknown or missing key, or with a
    value of another kind.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"this is no TOML: {error}") from error
    if not tables:
        raise InputError("there is no scale: write [name] and its items below it")
    return tuple(_recipe(name, table) for name, table in tables.items())


@dataclass(frozen=True, slots=True)
class _Asked:
    """One table of the text, and how to complain about it."""

    scale: str
    table: dict[str, Any]

    def names(self, key: str) -> tuple[str, ...]:
        found = self.table.get(key, [])
        if not isinstance(found, list) or not all(isinstance(name, str) for name in found):
            raise self.wrong(f'{key} is a list of columns, such as ["street", "evening"]')
        return tuple(found)

    def number(self, key: str) -> float:
        if not _is_number(self.table[key]):
            raise self.wrong(f"{key} is a number")
        return float(self.table[key])

    def wrong(self, why: str) -> InputError:
        return InputError(f"scale {self.scale!r}: {why}")


def _recipe(name: str, table: object) -> ScaleRecipe:
    if not isinstance(table, dict):
        raise InputError(f"{name!r} stands above the first scale: write [name] before it")
    asked = _Asked(name, table)
    for key in table:
        if key not in KEYS:
            raise asked.wrong(f"{key!r} is no key; there are {', '.join(sorted(KEYS))}")
    for key in NEEDED:
        if key not in table:
            raise asked.wrong(f"{key} is missing")
    minimum, unknown = table["minimum_answered"], table.get("dont_know", [])
    if not isinstance(minimum, int) or isinstance(minimum, bool):
        raise asked.wrong("minimum_answered is a whole number")
    if not isinstance(unknown, list) or not all(_is_number(value) for value in unknown):
        raise asked.wrong("dont_know is a list of numbers, such as [9]")
    return ScaleRecipe(
        name, asked.names("items"), asked.number("lowest"), asked.number("highest"), minimum,
        asked.names("reversed"), tuple(float(value) for value in unknown),
    )  # fmt: skip


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
