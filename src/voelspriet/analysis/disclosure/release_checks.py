# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot be true of published tables: rows checked against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from voelspriet.analysis.disclosure.boxes import Box, Sum
from voelspriet.analysis.disclosure.release_rows import COUNT, GROUP, KIND, SHOWN, ReleaseRow
from voelspriet.analysis.disclosure.thresholds import is_small

NAMED = 5  # parts of a total that an error names


def check_shown(rows: Sequence[ReleaseRow], draft: date | None) -> None:
    """Raise ColumnError for a shown count under 5, and for one not decided before the draft."""
    for row in rows:
        if row.release == draft:
            continue
        if row.shown is None:
            raise row.wrong(SHOWN, "is missing")
        if row.shown and not row.is_cap and is_small(row.count):
            raise row.wrong(COUNT, "is shown and under 5")


def first_rows(rows: Sequence[ReleaseRow], boxes: Sequence[Box]) -> dict[Box, ReleaseRow]:
    """Return the first row of every count, by release.

    Figures of one period never change once published. Raises ColumnError for a row that says
    otherwise, naming both rows, and for a cap without the count it stands over or below it.
    """
    found: dict[Box, ReleaseRow] = {}
    in_order = sorted(zip(rows, boxes, strict=True), key=lambda pair: pair[0].release)
    for row, box in in_order:
        if row.is_cap:
            continue
        known = found.setdefault(box, row)
        if known.count != row.count:
            why = (
                f"counts {row.count} where {known.told(row)} of release {known.release}"
                f" counts {known.count}: figures of one period never change once published"
            )
            raise row.wrong(COUNT, why)
    for row, box in in_order:
        if row.is_cap and box not in found:
            raise row.wrong(KIND, "at-most needs the row of the count it stands over")
        if row.is_cap and row.count < found[box].count:
            raise row.wrong(
                COUNT, f"says at most {row.count} where {found[box].told(row)} counts more"
            )
    return found


def check_groups(rows: Sequence[ReleaseRow], boxes: Sequence[Box], draft: date | None) -> None:
    """Raise ColumnError for a group of which a part is shown.

    What an earlier release showed already tells nothing new, and may stand in any group.
    """
    before: set[tuple[Box, int | None]] = set()
    first: dict[tuple[date, str], ReleaseRow] = {}
    of_day: list[tuple[Box, int | None]] = []
    day = None
    for row, box in sorted(zip(rows, boxes, strict=True), key=lambda pair: pair[0].release):
        if row.release != day:
            before.update(of_day)
            day, of_day = row.release, []
        told = (box, row.count if row.is_cap else None)
        if row.shown:
            of_day.append(told)
        if not row.group or told in before or row.release == draft:
            continue
        other = first.setdefault((row.release, row.group), row)
        if other.shown != row.shown:
            why = f"{row.group!r} is shown in one row and hidden in another: see {other.told(row)}"
            raise row.wrong(GROUP, why)


def check_sum(one: Sum, rows: Mapping[Box, ReleaseRow]) -> int:
    """Return what the parts without a row come to, 0 where there are none.

    Raises ColumnError for a total that is not the sum of its parts.
    """
    total = rows[one.total]
    left = total.count - sum(rows[part].count for part in one.parts)
    if left < 0 or (left and not one.rest):
        told = [rows[part].told(total) for part in one.parts[:NAMED]]
        if len(one.parts) > NAMED:
            told.append(f"{len(one.parts) - NAMED} more")
        less = "less than" if one.rest else "not"
        why = (
            f"this total is {total.count}, {less} the {total.count - left} of its parts"
            f" ({', '.join(told)})"
        )
        raise total.wrong(COUNT, why)
    return left
