# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the population of areas by group from a CSV."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from voelspriet.ground.areas.choices import MARGIN_CATEGORIES, MarginAspect
from voelspriet.ground.areas.told import FileRejected, MarginFile, MarginTold, Problem, rejected

COLUMNS = ("code", "aspect", "category", "people")
MOST_PEOPLE = 20_000_000


def read_margins(path: Path, *, source: str = "") -> MarginFile:
    """Read a CSV with the columns code, aspect, category and people: one row per group.

    Raises FileRejected with row, column and reason for an unknown aspect or category, a number
    that is none, a group twice, and an area of which some groups of an aspect are missing.
    """
    rows = _rows(path)
    told, problems = [], []
    for number, row in enumerate(rows, 1):
        read = _told(row, number)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            told.append(read)
    problems += _incomplete(told) if not problems else []
    if problems:
        raise FileRejected(problems)
    if not told:
        raise rejected("the file holds no rows")
    return MarginFile(tuple(told), (source or path.name)[:200])


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            reader = csv.DictReader(file, delimiter=max(",;\t", key=first.count))
            rows = list(reader)
            header = reader.fieldnames or []
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise rejected(f"{path.name} cannot be read as CSV in UTF-8") from error
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise rejected(
            f"there is no column {', '.join(missing)}; the file has: {', '.join(header) or 'none'}"
        )
    return rows


def _told(row: Mapping[str, str | None], number: int) -> MarginTold | Problem:
    code, aspect, category, people = ((row[name] or "").strip() for name in COLUMNS)
    if not code:
        return Problem(number, "column code: empty")
    if aspect not in MarginAspect:
        return Problem(number, _unknown("aspect", aspect, MarginAspect.values))
    groups = MARGIN_CATEGORIES[MarginAspect(aspect)]
    if category not in groups:
        return Problem(number, _unknown("category", category, groups.values))
    if not (people.isascii() and people.isdigit() and int(people) <= MOST_PEOPLE):
        return Problem(number, f"column people: {people!r} is no number of people")
    return MarginTold(code, MarginAspect(aspect), category, int(people), number)


def _unknown(column: str, value: str, known: list[str]) -> str:
    return f"column {column}: {value!r} is not one of {', '.join(known)}"


def _incomplete(told: list[MarginTold]) -> list[Problem]:
    """Return what is there twice or not at all: a share of a part would be wrong."""
    groups: dict[tuple[str, MarginAspect], dict[str, int]] = {}
    problems = []
    for each in told:
        found = groups.setdefault((each.code, each.aspect), {})
        if each.category in found:
            reason = f"{each.code} {each.category} stands in row {found[each.category]} too"
            problems.append(Problem(each.row, reason))
        found[each.category] = each.row
    for (code, aspect), found in groups.items():
        lacking = [name for name in MARGIN_CATEGORIES[aspect].values if name not in found]
        if lacking:
            reason = f"{code} has no row for {', '.join(lacking)} of {aspect}"
            problems.append(Problem(max(found.values()), reason))
    return problems
