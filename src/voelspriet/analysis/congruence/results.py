# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often two sides speak of a factor, and what may be said of the difference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Saying(StrEnum):
    """What may be said of one factor; never a verdict on congruence, which is the researcher's."""

    MORE = "more"
    LESS = "less"
    EQUALLY = "equally"
    UNDETERMINED = "undetermined"
    COUNTS_ONLY = "counts only"
    NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Side:
    """One side, residents or professionals, on one factor.

    `asked` speakers, of whom `naming` named the factor, in `talks` conversations, of which
    `talks_naming` had it named. `clusters` are the conversations that hang together by a
    speaker, counted once; `design_effect` is by how much they inflate the variance, None where
    it was not needed.
    """

    asked: int
    naming: int
    talks: int
    talks_naming: int
    clusters: int
    design_effect: float | None = None

    @property
    def share(self) -> float:
        """Return the share of the asked that named the factor; `asked` is above 0."""
        return self.naming / self.asked


@dataclass(frozen=True, slots=True)
class Needed:
    """How many more speakers would settle it if both shares stay as they are."""

    residents: int
    professionals: int


@dataclass(frozen=True, slots=True)
class Salience:
    """How often residents and professionals speak of one factor in one world and area.

    `residents` and `professionals` are None when no speakers were recorded. `difference` is the
    residents' share minus that of the professionals, with the 95 % interval `low` to `high`; all
    three are None where the saying is "counts only" or "not shown". `statement` is what a person
    reads. `needed` is there when undetermined and a number would settle it.
    """

    area: str
    world: str
    factor: str
    saying: Saying
    statement: str
    residents: Side | None = None
    professionals: Side | None = None
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    needed: Needed | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that could not be counted: the first of these reasons that holds for a row.

    `without_world` rows named a factor but not in which world; their speakers still count as asked.
    """

    without_perspective: int = 0
    without_speaker: int = 0
    without_area: int = 0
    without_world: int = 0


@dataclass(frozen=True, slots=True)
class SalienceReport:
    """The salience of every factor, and what a reader must know of how it was counted.

    `delta` is the smallest difference of shares that matters. `has_speakers` is False when no row
    tells who spoke in which conversation. `speakers_on_both_sides` were counted on both;
    `talks_with_both_sides` had speakers of both; `speakers_in_more_talks` spoke in more than one
    conversation, which then count as one cluster.
    """

    saliences: tuple[Salience, ...]
    delta: float
    has_speakers: bool
    left_out: LeftOut
    speakers_on_both_sides: int = 0
    talks_with_both_sides: int = 0
    speakers_in_more_talks: int = 0
