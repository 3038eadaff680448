# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evenings and their parts as doors see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.listen.evenings.queries.definitions import question_of
from voelspriet.listen.evenings.rules.running import Part
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition, text_in
from voelspriet.listen.surveys.rules.tally import bounds

SOURCE_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class EveningRow:
    """An evening in a list."""

    reference: str
    title: str
    area_id: int
    area_name: str
    place: str
    starts_at: datetime
    state: EveningState
    state_label: str


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An answer to choose, in the reader's language."""

    name: str
    label: str
    is_dont_know: bool


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A part of an evening, in the reader's language.

    `definition` is the question it asks, None for a talk, a map round or agreements. `map_code`
    is that of the round residents draw in, filled in for the part that is on.
    """

    id: int
    number: int
    part: Part
    kind_label: str
    title: str
    hint: str = ""
    map_round_reference: str = ""
    map_code: str = ""
    question: QuestionDefinition | None = None
    options: tuple[OptionRow, ...] = field(default=())

    @property
    def kind(self) -> ItemKind:
        """Return what happens in it."""
        return self.part.kind

    @property
    def answer_kind(self) -> str:
        """Return how it is answered; empty where the room gives no answer."""
        return str(self.question.kind) if self.question else ""

    @property
    def grades(self) -> range:
        """Return the grades to choose from."""
        if self.question is None or self.question.kind is not QuestionKind.GRADE:
            return range(0)
        lowest, highest = bounds(self.question)
        return range(lowest, highest + 1)


def title_of(evening: Evening, language: str) -> str:
    """Return what an evening is called (area loaded)."""
    return text_in(evening.titles, language, SOURCE_LANGUAGE) or evening.area.name


def evening_row(evening: Evening, language: str) -> EveningRow:
    """Return the row of an evening (area loaded)."""
    state = EveningState(evening.state)
    return EveningRow(
        reference=evening.reference,
        title=title_of(evening, language),
        area_id=evening.area_id,
        area_name=evening.area.name,
        place=evening.place,
        starts_at=evening.starts_at,
        state=state,
        state_label=str(state.label),
    )


def part_of(item: EveningItem) -> Part:
    """Return a part as far as the course of the evening asks."""
    return Part(
        id=item.pk,
        kind=ItemKind(item.kind),
        was_opened=item.opened_at is not None,
        is_closed=item.closed_at is not None,
        is_shown=item.results_shown_at is not None,
    )


def item_row(item: EveningItem, evening: Evening, *, number: int, language: str) -> ItemRow:
    """Return the row of a part (question and version loaded)."""
    part = part_of(item)
    label = str(part.kind.label)
    if item.question is None:
        title = text_in(item.titles, language, SOURCE_LANGUAGE) or label
        return ItemRow(
            id=item.pk,
            number=number,
            part=part,
            kind_label=label,
            title=title,
            map_round_reference=item.map_round_reference,
        )
    version = evening.version
    question = question_of(version.pk, version.digest, item.question.name)
    default = version.default_language
    return ItemRow(
        id=item.pk,
        number=number,
        part=part,
        kind_label=str(QuestionKind(question.kind).label),
        title=text_in(question.labels, language, default),
        hint=text_in(question.hints, language, default),
        question=question,
        options=tuple(
            OptionRow(one.name, text_in(one.labels, language, default), one.is_dont_know)
            for one in question.choices
        ),
    )
