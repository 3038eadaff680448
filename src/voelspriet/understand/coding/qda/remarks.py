# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is told of a file: why it is refused, and what of it is left out, mended or remarkable."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

FEW = 5
LONGEST_PLACE = 80


class Weight(StrEnum):
    """What a remark means for the file."""

    DISCARDED = "discarded"
    REPAIRED = "repaired"
    NOTICED = "noticed"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of a file that did not come in as it stood, how often, and where first."""

    weight: Weight
    sentence: str
    count: int
    places: tuple[str, ...] = ()


@dataclass(slots=True)
class Remarks:
    """Gathers remarks while a file is read: the same sentence is told once, with its count."""

    _counts: dict[tuple[Weight, str], int] = field(default_factory=dict)
    _places: dict[tuple[Weight, str], list[str]] = field(default_factory=dict)

    def add(self, weight: Weight, sentence: str, place: str = "", count: int = 1) -> None:
        """Remark something once more."""
        if count < 1:
            return
        key = (weight, sentence)
        self._counts[key] = self._counts.get(key, 0) + count
        places = self._places.setdefault(key, [])
        if place and len(places) < FEW:
            places.append(shortened(place))

    def discarded(self, sentence: str, place: str = "", count: int = 1) -> None:
        """Remark that something was left out."""
        self.add(Weight.DISCARDED, sentence, place, count)

    def repaired(self, sentence: str, place: str = "", count: int = 1) -> None:
        """Remark that something was mended."""
        self.add(Weight.REPAIRED, sentence, place, count)

    def noticed(self, sentence: str, place: str = "", count: int = 1) -> None:
        """Remark something that came in, and that a person should look at."""
        self.add(Weight.NOTICED, sentence, place, count)

    def told(self) -> tuple[Remark, ...]:
        """Return what was remarked: what was left out first."""
        found = [
            Remark(weight, sentence, count, tuple(self._places[weight, sentence]))
            for (weight, sentence), count in self._counts.items()
        ]
        order = list(Weight)
        return tuple(sorted(found, key=lambda one: order.index(one.weight)))


def shortened(place: str) -> str:
    r"""Return a name from a file as it can stand in a sentence: one line, not too long.

    >>> shortened("sources/a\nb" + "c" * 100)[:11]
    'sources/a b'
    """
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in place).split())
    return line if len(line) <= LONGEST_PLACE else line[: LONGEST_PLACE - 1] + "…"
