# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An entry of a YAML document, read field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_file.values import Unreadable, hundredths
from voelspriet.act.plans.budget_told import BudgetProblem, plain

Words = TypeVar("Words", bound=TextChoices | StrEnum)


class UnreadableEntry(Exception):  # noqa: N818  not an error: the reason beside a field
    """Which field of an entry is not what it must be, and why."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(why)
        self.name, self.why = name, why


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a section, counted from 1; 0 is the section itself."""

    section: str
    row: int
    told: Mapping[str, Any]

    def text(self, name: str) -> str:
        """Return a text; nothing when there is none."""
        value = self.told.get(name)
        if value is None:
            return ""
        if not isinstance(value, str | int):
            raise UnreadableEntry(name, _("Dit is geen tekst."))
        return plain(str(value))

    def cents(self, name: str) -> int | None:
        """Return an amount in euro cents; None when there is none."""
        value = self.told.get(name)
        return None if value is None else self.cents_of(name, value)

    def cents_of(self, name: str, value: Any) -> int:
        """Return a number of euros in euro cents."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise UnreadableEntry(name, _("Dit is geen bedrag."))
        try:
            return hundredths(Decimal(repr(value)))
        except Unreadable as error:
            raise UnreadableEntry(name, str(error)) from error

    def word(self, name: str, words: type[Words]) -> Words | None:
        """Return one of a set of words; None when there is none."""
        value = self.told.get(name)
        try:
            return None if value is None else words(value)
        except ValueError as error:
            known = ", ".join(one.value for one in words)
            message = _("Kies uit: %(names)s.") % {"names": known}
            raise UnreadableEntry(name, message) from error

    def by_year(self, name: str) -> Iterator[tuple[int, Any]]:
        """Yield what stands under years."""
        found = self.told.get(name) or {}
        if not isinstance(found, dict) or not all(isinstance(one, int) for one in found):
            raise UnreadableEntry(name, _("Hier horen bedragen per jaar."))
        yield from found.items()

    def listed(self, name: str, problems: list[BudgetProblem]) -> Iterator[Entry]:
        """Yield the entries of a section; what is no entry is added to `problems`."""
        found = self.told.get(name) or []
        if not isinstance(found, list):
            problems.append(BudgetProblem(name, None, "", _("Hier hoort een lijst.")))
            return
        for row, one in enumerate(found, 1):
            if isinstance(one, dict):
                yield Entry(name, row, {str(key): value for key, value in one.items()})
            else:
                problems.append(BudgetProblem(name, row, "", _("Hier horen velden met een naam.")))
