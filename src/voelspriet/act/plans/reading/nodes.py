# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A YAML document read field by field: what is wrong is collected with its path, not raised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from voelspriet.ground.privacy.actors import Refused

MOST_SHOWN = 12
FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST = Decimal(10) ** 10
T = TypeVar("T")


class FileRejected(Refused):
    """A file of which nothing was imported; `problems` say where in it and why."""

    def __init__(self, problems: list[str]) -> None:
        more = len(problems) - MOST_SHOWN
        lines = problems[:MOST_SHOWN] + ([f"… and {more} more."] if more > 0 else [])
        super().__init__("\n".join(["Nothing was imported:", *lines]))
        self.problems = tuple(problems)


@dataclass(slots=True)
class Reading:
    """What reading a file found: problems that refuse it, and fields nobody asked for."""

    problems: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Node:
    """A group of fields at a place in the file, such as `themes[2].ambitions[0]`."""

    path: str
    values: dict[str, Any]
    reading: Reading
    read: set[str] = field(default_factory=set)

    def wrong(self, name: str, why: str) -> None:
        """Note that a field cannot be used."""
        self.reading.problems.append(f"{self.place(name)}: {why}")

    def place(self, name: str) -> str:
        """Return the path of a field."""
        return f"{self.path}.{name}" if self.path else name

    def get(self, name: str) -> Any:
        """Return a value as it stands in the file, and remember that it was read."""
        self.read.add(name)
        return self.values.get(name)

    def pass_over(self, *names: str) -> None:
        """Say that these fields are known and not kept."""
        self.read.update(names)

    def text(self, name: str, limit: int, *, needed: bool = False) -> str:
        """Return a text on one line; empty when it is not there."""
        value = self.get(name)
        if isinstance(value, dict | list):
            self.wrong(name, "is a list or a group of fields, and must be a text")
            return ""
        words = "" if value is None else " ".join(str(value).split())
        if "\x00" in words:
            self.wrong(name, "holds a character no text has")
            return ""
        if len(words) > limit:
            self.wrong(name, f"is longer than {limit} characters")
        if needed and not words:
            self.wrong(name, "is not there" if value is None else "is empty")
        return words

    def texts(self, name: str, limit: int) -> tuple[str, ...]:
        """Return a list of texts; empty when it is not there."""
        value = self.get(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(name, "must be a list of texts")
            return ()
        items = {f"{name}[{number}]": one for number, one in enumerate(value)}
        inside = Node(self.path, items, self.reading)
        return tuple(inside.text(place, limit, needed=True) for place in items)

    def code(self, name: str, known: Mapping[str, T], otherwise: T) -> T:
        """Return what a word stands for; `otherwise` when it is not there or not known."""
        value = self.get(name)
        if value is None:
            return otherwise
        if isinstance(value, str) and value in known:
            return known[value]
        self.wrong(name, f"{value!r} is not one of {', '.join(known)}")
        return otherwise

    def flag(self, name: str) -> bool:
        """Return yes or no; no when it is not there."""
        value = self.get(name)
        if value is not None and not isinstance(value, bool):
            self.wrong(name, f"{value!r} is not true or false")
        return value is True

    def decimal(self, name: str) -> Decimal | None:
        """Return a number; None when it is not there."""
        value = self.get(name)
        if value is None:
            return None
        try:
            found = None if isinstance(value, bool) else Decimal(str(value))
        except InvalidOperation:
            found = None
        if found is None or not found.is_finite() or abs(found) >= MOST:
            self.wrong(name, f"{value!r} is not a number")
            return None
        if found != round(found, 3):
            self.wrong(name, f"{value!r} has more than three decimals")
        return found

    def whole(self, name: str, least: int, most: int) -> int | None:
        """Return a whole number between two limits; None when it is not there."""
        value = self.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.wrong(name, f"{value!r} is not a whole number from {least} to {most}")
            return None
        return int(value)

    def year(self, name: str, *, needed: bool = False) -> int | None:
        """Return a year; None when it is not there."""
        found = self.whole(name, FIRST_YEAR, LAST_YEAR)
        if needed and self.values.get(name) is None:
            self.wrong(name, "is not there")
        return found

    def years(self, name: str) -> tuple[int, ...]:
        """Return a list of years in order; empty when it is not there."""
        value = self.get(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(name, "must be a list of years")
            return ()
        items = {f"{name}[{number}]": one for number, one in enumerate(value)}
        inside = Node(self.path, items, self.reading)
        found = [inside.year(place, needed=True) for place in items]
        return tuple(sorted({year for year in found if year is not None}))

    def child(self, name: str, *, needed: bool = False) -> Node:
        """Return a group of fields inside this one; an empty one when it is not there."""
        value = self.get(name)
        if value is None and needed:
            self.wrong(name, "is not there")
        elif value is not None and not isinstance(value, dict):
            self.wrong(name, "must be a group of fields")
            value = None
        return Node(self.place(name), value or {}, self.reading)

    def children(self, name: str, *, needed: bool = False) -> tuple[Node, ...]:
        """Return the groups of fields of a list; none when it is not there."""
        value = self.get(name)
        if value is None:
            if needed:
                self.wrong(name, "is not there")
            return ()
        if not isinstance(value, list):
            self.wrong(name, "must be a list")
            return ()
        found = []
        for number, one in enumerate(value):
            place = f"{name}[{number}]"
            if isinstance(one, dict):
                found.append(Node(self.place(place), one, self.reading))
            else:
                self.wrong(place, "must be a group of fields")
        return tuple(found)

    def done(self) -> None:
        """Note the fields of this group that nobody asked for."""
        self.reading.unread += [
            self.place(str(name)) for name in self.values if name not in self.read
        ]
