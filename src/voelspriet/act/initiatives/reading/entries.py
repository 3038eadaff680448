# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries of a YAML document, read field by field; what is wrong is collected, not raised."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from voelspriet.ground.privacy.actors import Refused

MOST_SHOWN = 12
KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class FileRejected(Refused):
    """A file of which nothing was imported; `problems` say which entry, which field and why."""

    def __init__(self, problems: list[str]) -> None:
        more = len(problems) - MOST_SHOWN
        lines = problems[:MOST_SHOWN] + ([f"… and {more} more."] if more > 0 else [])
        super().__init__("\n".join(["Nothing was imported:", *lines]))
        self.problems = tuple(problems)


@dataclass(slots=True)
class Entry:
    """One entry of a list in the document; `where` names it in what is said about it."""

    where: str
    values: dict[str, Any]
    problems: list[str] = field(repr=False)

    def wrong(self, name: str, why: str) -> None:
        """Note that a field cannot be used."""
        self.problems.append(f"{self.where}: {name}: {why}")

    def text(self, name: str, limit: int, *, needed: bool = False) -> str:
        """Return a text on one line; empty when it is not there."""
        value = self.values.get(name)
        if value is None:
            if needed:
                self.wrong(name, "is not there")
            return ""
        if isinstance(value, dict | list):
            self.wrong(name, "is a list or a group of fields, and must be a text")
            return ""
        words = " ".join(str(value).split())
        if len(words) > limit:
            self.wrong(name, f"is longer than {limit} characters")
        if needed and not words:
            self.wrong(name, "is empty")
        return words

    def texts(self, name: str, limit: int) -> tuple[str, ...]:
        """Return a list of texts; empty when it is not there."""
        value = self.values.get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or any(isinstance(one, dict | list) for one in value):
            self.wrong(name, "must be a list of texts")
            return ()
        words = tuple(" ".join(str(one).split()) for one in value)
        if any(len(one) > limit for one in words):
            self.wrong(name, f"holds a text longer than {limit} characters")
        return words

    def code(self, name: str, known: dict[str, Any]) -> Any:
        """Return what a word stands for; notes a word that is not known."""
        value = self.values.get(name)
        if isinstance(value, str) and value in known:
            return known[value]
        self.wrong(name, f"{value!r} is not one of {', '.join(known)}")
        return next(iter(known.values()))

    def number(self, name: str) -> int | None:
        """Return a whole number of 0 or more; None when it is not there."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
            self.wrong(name, f"{value!r} is not a whole number of 0 or more")
            return None
        return int(value)

    def flag(self, name: str) -> bool:
        """Return yes or no; no when it is not there."""
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            self.wrong(name, f"{value!r} is not true or false")
            return True  # what is doubtful is treated with care
        return value

    def day(self, name: str) -> date | None:
        """Return a day, the first of a month or of a year; None when it is not there."""
        value = self.values.get(name)
        if isinstance(value, date):
            return value
        match = DAY.fullmatch(str(value)) if value is not None else None
        if match is None:
            if value is not None:
                self.wrong(name, f"{value!r} is not a day such as 2023-12 or 2023-12-31")
            return None
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            return date(year, month, day)
        except ValueError:
            self.wrong(name, f"{value!r} is not a day of the calendar")
            return None


def entries(content: dict[str, Any], name: str, problems: list[str]) -> list[Entry]:
    """Return the entries of a list of the document, each with an id that stands there once."""
    rows = content.get(name)
    if not isinstance(rows, list):
        problems.append(f"{name}: must be a list")
        return []
    found: list[Entry] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            problems.append(f"{name} {number}: must be a group of fields")
            continue
        key = row.get("id")
        entry = Entry(f"{name} {number} ({key})", row, problems)
        if not isinstance(key, str) or not KEY.fullmatch(key):
            entry.wrong("id", "must be letters, digits, - and _")
        elif key in seen:
            entry.wrong("id", "stands there twice")
        else:
            seen.add(key)
            found.append(entry)
    return found
