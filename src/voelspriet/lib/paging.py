# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of a long list by key: the cursor names the last row seen, so depth costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
S = TypeVar("S")
SEPARATOR = "~"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows of a list; `next_cursor` asks for those after them, empty at the end."""

    items: tuple[T, ...]
    next_cursor: str = ""


def write_cursor(*values: object) -> str:
    """Return the values of the last row, in the order the list is sorted by."""
    return SEPARATOR.join(str(value) for value in values)


def read_cursor(text: str, *readers: Callable[[str], Any]) -> tuple[Any, ...] | None:
    """Return the values of a cursor, read by `readers`; None (the first page) when it is damaged.

    >>> read_cursor("2026-03-02~14", str, int)
    ('2026-03-02', 14)
    >>> read_cursor("nonsense", str, int) is None
    True
    """
    parts = text.split(SEPARATOR)
    if len(parts) != len(readers):
        return None
    try:
        return tuple(read(part) for read, part in zip(readers, parts, strict=True))
    except (ValueError, OverflowError):
        return None


def page_of(
    found: Sequence[S], size: int, row: Callable[[S], T], cursor: Callable[[S], str]
) -> Page[T]:
    """Return a page from `size` + 1 found things: the one too many only tells that more follow."""
    shown = found[:size]
    more = cursor(shown[-1]) if len(found) > size else ""
    return Page(items=tuple(row(thing) for thing in shown), next_cursor=more)
