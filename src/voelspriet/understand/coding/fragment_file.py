# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading fragments from a CSV file: every row checked, every mistake with its row and column."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import TypeVar

from django.utils.translation import gettext as _

from voelspriet.listen.evenings.rules.guarding import SIGNS, certain_signs
from voelspriet.understand.coding.choices import Side, Valence, World

T = TypeVar("T")
NEEDED = ("area", "perspective", "text")
KNOWN = ("fragment_id", *NEEDED[:2], "world", "factor_number", "valence", "text", "source_section")
MOST_ROWS = 10_000
MOST_BYTES = 5_000_000
MOST_PROBLEMS = 100
LONGEST = 4000
SIDES = {"resident": Side.RESIDENT, "bewoner": Side.RESIDENT, "professional": Side.PROFESSIONAL,
         "both": Side.BOTH, "allebei": Side.BOTH, "": Side.UNKNOWN}  # fmt: skip
WORLDS = {"leefwereld": World.LIFE, "life": World.LIFE, "systeemwereld": World.SYSTEM,
          "system": World.SYSTEM, "both": World.BOTH, "allebei": World.BOTH, "": None}  # fmt: skip
VALENCES = {"strength": Valence.STRENGTH, "kracht": Valence.STRENGTH, "concern": Valence.PROBLEM,
            "problem": Valence.PROBLEM, "probleem": Valence.PROBLEM, "neutral": Valence.NEUTRAL,
            "neutraal": Valence.NEUTRAL, "": Valence.NEUTRAL}  # fmt: skip
FACTORS = {str(number): number for number in range(1, 13)} | {"": None}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file: the row as a text editor counts it, the column, and why."""

    row: int
    column: str
    why: str


class FragmentsRefused(Exception):  # noqa: N818  the word the house uses for it
    """A file that cannot be taken in, with everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class FragmentLine:
    """A row of the file; `factor` is None for what is not coded yet."""

    row: int
    name: str
    area: str
    side: Side
    world: World | None
    factor: int | None
    valence: Valence
    text: str
    section: str


def read_fragments(content: bytes) -> tuple[FragmentLine, ...]:
    """Return the rows of a CSV file. Lines that begin with # say where it is from and are skipped.

    Raises FragmentsRefused with every problem: no file to read, columns that are missing, values
    that are unknown, a text that is too long or holds what leads to a person.
    """
    if len(content) > MOST_BYTES:
        raise FragmentsRefused([Problem(0, "", _("Het bestand is te groot: ten hoogste 5 MB."))])
    try:
        told = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FragmentsRefused([Problem(0, "", _("Het bestand is geen UTF-8."))]) from None
    problems: list[Problem] = []
    lines = [_line(row, cells, problems) for row, cells in _rows(told)]
    if not lines:
        problems.append(Problem(0, "", _("Er staat niets in het bestand.")))
    if problems:
        raise FragmentsRefused(problems[:MOST_PROBLEMS])
    return tuple(lines)


def _rows(told: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    lines = told.splitlines(keepends=True)
    first = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.reader(StringIO("".join(lines[first:])), strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
        missing = [name for name in NEEDED if name not in head]
        if missing:
            told_missing = ", ".join(missing)
            why = _("Deze kolommen ontbreken: %(names)s.") % {"names": told_missing}
            raise FragmentsRefused([Problem(first + 1, "", why)])
        start = reader.line_num
        for cells in reader:
            row, start = first + start + 1, reader.line_num
            if not any(cells) or cells[0].startswith("#"):
                continue
            if row > MOST_ROWS:
                why = _("Ten hoogste %(most)s rijen.") % {"most": MOST_ROWS}
                raise FragmentsRefused([Problem(row, "", why)])
            yield row, dict(zip(head, cells, strict=False))
    except csv.Error:
        why = _("Hier is het bestand geen goede CSV.")
        raise FragmentsRefused([Problem(first + reader.line_num, "", why)]) from None


def _line(row: int, cells: Mapping[str, str], problems: list[Problem]) -> FragmentLine:
    def told(column: str) -> str:
        return cells.get(column, "").strip()

    def one_of(column: str, known: Mapping[str, T], otherwise: T) -> T:
        value = told(column).casefold()
        if value not in known:
            why = _("“%(value)s” is hier niet bekend.") % {"value": told(column)[:40]}
            problems.append(Problem(row, column, why))
        return known.get(value, otherwise)

    text = told("text")
    why = _wrong_with(text)
    if why:
        problems.append(Problem(row, "text", why))
    return FragmentLine(
        row=row,
        name=told("fragment_id")[:40],
        area=told("area"),
        side=one_of("perspective", SIDES, Side.UNKNOWN),
        world=one_of("world", WORLDS, None),
        factor=one_of("factor_number", FACTORS, None),
        valence=one_of("valence", VALENCES, Valence.NEUTRAL),
        text=text,
        section=told("source_section")[:200],
    )


def _wrong_with(text: str) -> str:
    if not text:
        return _("Hier hoort een tekst.")
    if len(text) > LONGEST:
        return _("Schrijf het korter: ten hoogste %(limit)s tekens.") % {"limit": LONGEST}
    signs = certain_signs(text)
    if signs:
        words = ", ".join(str(SIGNS[sign]) for sign in signs)
        return _("Hier lijkt %(signs)s in te staan. Schrijf het op zonder.") % {"signs": words}
    return ""
