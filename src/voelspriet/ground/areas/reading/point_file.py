# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving each row of a CSV with points its areas: streaming, every column and row kept."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np
from pyproj.exceptions import CRSError

from voelspriet.ground.areas.locating import NOWHERE, Locator, Names, usable_points
from voelspriet.ground.areas.projection import WGS84
from voelspriet.ground.areas.told import FileRejected, Problem, rejected

BATCH = 50_000
ADDED = (
    "municipality_code", "municipality_name", "district_code", "district_name",
    "neighbourhood_code", "neighbourhood_name",
)  # fmt: skip
EMPTY, NO_NUMBER, OUTSIDE, IN_NO_AREA = "empty", "no_number", "outside_range", "in_no_area"


@dataclass(slots=True)
class LocateSummary:
    """What became of the rows; `left_empty` counts rows without areas, by reason."""

    rows: int = 0
    located: int = 0
    left_empty: dict[str, int] = field(default_factory=dict)


def _nothing(_bytes: int) -> None:
    return


def locate_csv(
    source: Path,
    target: Path,
    *,
    lon: str,
    lat: str,
    year: int,
    crs: int | str = WGS84,
    progress: Callable[[int], None] = _nothing,
) -> LocateSummary:
    """Write `source` to `target` with six columns more: code and name of each level.

    `lon` and `lat` name the columns with coordinates in `crs` (x and y for RD). Rows whose
    coordinates are empty, no number or outside the Netherlands are kept with empty areas.
    `progress` hears bytes read. Raises FileRejected, and leaves no `target`, for a missing column,
    a row with more fields than the header, or a year without areas.
    """
    if source.resolve() == target.resolve():
        raise rejected("the output would overwrite the input; name another file")
    locator = Locator(year=year)
    partial = target.with_name(target.name + ".partial")
    try:
        with source.open("rb") as raw, partial.open("w", encoding="utf-8", newline="") as out:
            summary = _copy(raw, out, locator, names=(lon, lat), crs=crs, progress=progress)
        partial.replace(target)
    except (UnicodeDecodeError, csv.Error) as error:
        raise rejected(f"{source.name} cannot be read as CSV in UTF-8: {error}") from error
    except CRSError as error:
        raise rejected(f"the coordinate system {crs!r} is unknown") from error
    finally:
        partial.unlink(missing_ok=True)
    return summary


def _copy(
    raw: io.BufferedReader,
    out: io.TextIOWrapper,
    locator: Locator,
    *,
    names: tuple[str, str],
    crs: int | str,
    progress: Callable[[int], None],
) -> LocateSummary:
    text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    first = text.readline()
    delimiter = max(",;\t", key=first.count)
    header = next(csv.reader([first], delimiter=delimiter), [])
    columns = _columns(header, names)
    rows = csv.reader(text, delimiter=delimiter)
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow([*header, *ADDED])
    summary, told = LocateSummary(), 0
    for batch in _batches(rows):
        _fit(batch, len(header), summary.rows)
        places = _places(batch, columns, locator, crs=crs, summary=summary)
        writer.writerows([*row, *place.columns()] for row, place in zip(batch, places, strict=True))
        read = raw.tell()
        progress(read - told)
        told = read
    return summary


def _columns(header: list[str], names: tuple[str, str]) -> tuple[int, int]:
    for name in names:
        if name not in header:
            raise rejected(f"there is no column {name!r}; the file has: {', '.join(header)}")
    clash = sorted(set(header) & set(ADDED))
    if clash:
        raise rejected(f"the file already has the columns {', '.join(clash)}")
    return header.index(names[0]), header.index(names[1])


def _batches(rows: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    filled = (row for row in rows if row)  # an empty line is no row
    while batch := list(islice(filled, BATCH)):
        yield batch


def _fit(batch: list[list[str]], width: int, before: int) -> None:
    """Bring short rows to the width of the header; refuse long ones, which would shift columns."""
    for number, row in enumerate(batch):
        if len(row) > width:
            reason = f"{len(row)} fields where the header has {width}"
            raise FileRejected([Problem(before + number + 1, reason)])
        row.extend([""] * (width - len(row)))


def _places(
    batch: list[list[str]],
    columns: tuple[int, int],
    locator: Locator,
    *,
    crs: int | str,
    summary: LocateSummary,
) -> list[Names]:
    first = np.array([_number(row[columns[0]]) for row in batch])
    second = np.array([_number(row[columns[1]]) for row in batch])
    x, y = usable_points(first, second, crs=crs)
    usable = np.flatnonzero(~np.isnan(x))
    found = np.full(len(batch), NOWHERE, dtype=np.int64)
    found[usable] = locator.find(x[usable], y[usable])
    summary.rows += len(batch)
    summary.located += int(np.count_nonzero(found != NOWHERE))
    for index in np.flatnonzero(found == NOWHERE):
        pair = (batch[index][columns[0]], batch[index][columns[1]])
        reason = _reason(pair, outside=bool(np.isnan(x[index])))
        summary.left_empty[reason] = summary.left_empty.get(reason, 0) + 1
    nowhere = Names()
    return [nowhere if index == NOWHERE else locator.names[index] for index in found]


def _reason(pair: tuple[str, str], *, outside: bool) -> str:
    if not all(value.strip() for value in pair):
        return EMPTY
    if not all(math.isfinite(_number(value)) for value in pair):
        return NO_NUMBER
    return OUTSIDE if outside else IN_NO_AREA


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        pass
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return math.nan
