# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood agenda as doors see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE
from voelspriet.act.agenda.rules.area_agendas import lines_of, print_size, words_of


@dataclass(frozen=True, slots=True)
class Words:
    """Words and the language they are in: the reader's, or Dutch while nobody translated them."""

    text: str = ""
    language: str = SOURCE_LANGUAGE

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines that hold something."""
        return lines_of(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """Return what stands between commas."""
        return words_of(self.text)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Who does what by when. `agreement_reference` and `id` are for colleagues."""

    id: int
    agreement_reference: str
    what: Words
    organisation_name: str
    partners: tuple[str, ...]
    first_due_on: date
    due_on: date
    state: str
    state_label: str
    is_overdue: bool
    is_public: bool
    measure: Words
    outcome: Words

    @property
    def is_moved(self) -> bool:
        """Tell whether another day was agreed first."""
        return self.first_due_on != self.due_on

    @property
    def has_ended(self) -> bool:
        """Tell whether it was done, or will not be."""
        return self.state in {"done", "not_done"}


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """One priority with its actions.

    `place` and `points` are what residents gave it, None as long as they say nothing; `points`
    is None too when they are too few to show. `signals` is 0 for residents.
    """

    id: int
    reference: str
    title: Words
    why: Words
    source: str
    source_on: date | None
    category: str
    category_label: str
    signals: int
    state: str
    state_label: str
    stopped_why: Words
    is_public: bool
    is_carried: bool
    place: int | None
    is_tied: bool
    points: int | None
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class RankingTold:
    """How residents chose, as far as it may be told. `people` is None while they are too few.

    `channels` are the doors they came by, each with its number, or None where one is small.
    """

    is_open: bool
    is_closed: bool
    people: int | None
    channels: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class AgendaSheet:
    """The page of one area and year, in the order that counts."""

    reference: str
    area_id: int
    area_name: str
    area_slug: str
    year: int
    is_public: bool
    safe: Words
    three_words: Words
    strengths: Words
    own_order: bool
    order_reason: Words
    priorities: tuple[PriorityRow, ...]
    stopped: tuple[PriorityRow, ...]
    ranking: RankingTold
    is_translated: bool

    @property
    def print_size(self) -> str:
        """Return how large the print can be for everything to fit on one sheet."""
        rows = (*self.priorities, *self.stopped)
        told = [row.title.text + row.source for row in rows]
        told += [words.text for row in rows for words in (row.why, row.stopped_why) if words]
        for one in (one for row in rows for one in row.actions):
            party = (one.organisation_name, *one.partners)
            told += [", ".join((one.what.text, *party)), one.measure.text + one.outcome.text]
        top = [self.safe.text, self.three_words.text, *self.strengths.lines, self.order_reason.text]
        return print_size([*top, *told])
