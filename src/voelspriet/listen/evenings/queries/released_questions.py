# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions of evenings whose report everybody may read, with what that report says of them.

Nothing is counted anew: words where the report has words, and nothing where it has nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.db.models import QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.listen.evenings.queries.listing import visible_evenings
from voelspriet.listen.evenings.queries.results import Results, counted_results
from voelspriet.listen.evenings.queries.rows import SOURCE_LANGUAGE, ItemRow, item_row, title_of
from voelspriet.listen.evenings.rules.results import ToldShare, told_share, untold
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.tally import COUNTED

MOST_EVENINGS = 30
Key: TypeAlias = tuple[str, str]  # the reference of an evening, the name of a question
Wanted: TypeAlias = Mapping[Key, Collection[str]]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of an evening, in Dutch. `only_one`: its answers cannot be added up."""

    evening_reference: str
    evening_title: str
    area_name: str
    held_on: date
    name: str
    label: str
    only_one: bool


@dataclass(frozen=True, slots=True)
class ReleasedAnswer:
    """One answer as the report has it: with a `count`, with a `word`, or with neither."""

    name: str
    label: str
    word: str
    count: int | None
    is_dont_know: bool


@dataclass(frozen=True, slots=True)
class ReleasedQuestion:
    """A question with its answers as the report has them.

    `met`: which part gave one of the answers that were asked about; None where that is not told.
    """

    asked: AskedQuestion
    answers: tuple[ReleasedAnswer, ...]
    answered: int
    in_numbers: bool
    too_few: bool
    met: ToldShare | None


def questions_to_choose(*, by: Actor) -> tuple[AskedQuestion, ...]:
    """Return the questions of released evenings `by` may see, the newest evening first.

    Two queries.
    """
    evenings = _released(visible_evenings(by)).order_by("-starts_at", "-id")[:MOST_EVENINGS]
    every = {one.pk: one for one in evenings}
    found: dict[int, list[AskedQuestion]] = {pk: [] for pk in every}
    for item in _items(every).order_by("position"):
        evening = every[item.evening_id]
        found[evening.pk].append(_asked(evening, _row(item, evening)))
    return tuple(one for questions in found.values() for one in questions)


def released_answers(*, wanted: Wanted, by: Actor) -> dict[Key, ReleasedQuestion]:
    """Return what reports say of questions and of answers to them; nothing of what is not released.

    A released report is for everybody: this asks for no more than the municipality of `by`. Four
    queries, however many questions.
    """
    if not wanted:
        return {}
    here = Evening.objects.filter(
        municipality_id=by.municipality_id or 0,
        reference__in=sorted({one for one, _name in wanted}),
    )
    every = {one.pk: one for one in _released(here)}
    names = sorted({name for _reference, name in wanted})
    rows = {}
    for item in _items(every).filter(question__name__in=names).order_by("id"):
        row = _row(item, every[item.evening_id])
        asked = _asked(every[item.evening_id], row)
        key = (asked.evening_reference, asked.name)
        if key in wanted:
            rows[key] = (asked, row)
    results = counted_results([row for _asked_, row in rows.values()])
    return {
        key: _question(asked, row, results[row.id], wanted[key])
        for key, (asked, row) in rows.items()
    }


def _released(rows: QuerySet[Evening]) -> QuerySet[Evening]:
    """Return those whose report everybody may read."""
    return (
        rows.filter(
            state=EveningState.CLOSED,
            report__released_at__isnull=False,
            words_erased_at__isnull=True,
        )
        .select_related("area", "version")
        .defer("version__definition")
    )


def _items(evenings: Collection[int]) -> QuerySet[EveningItem]:
    return EveningItem.objects.filter(
        evening_id__in=sorted(evenings),
        opened_at__isnull=False,
        question__kind__in=sorted(COUNTED),
    ).select_related("question")


def _row(item: EveningItem, evening: Evening) -> ItemRow:
    return item_row(item, evening, number=item.position, language=SOURCE_LANGUAGE)


def _asked(evening: Evening, row: ItemRow) -> AskedQuestion:
    assert row.question is not None  # noqa: S101  only parts with a question were read
    return AskedQuestion(
        evening_reference=evening.reference,
        evening_title=title_of(evening, SOURCE_LANGUAGE),
        area_name=evening.area.name,
        held_on=dutch_day(evening.starts_at),
        name=row.question.name,
        label=row.title,
        only_one=row.question.kind == QuestionKind.MULTIPLE,
    )


def _question(
    asked: AskedQuestion, row: ItemRow, results: Results, names: Collection[str]
) -> ReleasedQuestion:
    told = results.outcome
    lines = {one.bar.name: one for one in results.rows}
    hidden = untold(told.bars) if told.in_numbers else frozenset()
    answers = [
        ReleasedAnswer(
            name=name,
            label=label,
            word=lines[name].word if name in lines and not told.in_numbers else "",
            count=lines[name].bar.count if name in lines and name not in hidden else None,
            is_dont_know=is_dont_know,
        )
        for name, label, is_dont_know in _options(row)
    ]
    return ReleasedQuestion(
        asked=asked,
        answers=tuple(answers),
        answered=told.answered,
        in_numbers=told.in_numbers,
        too_few=told.too_few,
        met=told_share(told, names),
    )


def _options(row: ItemRow) -> list[tuple[str, str, bool]]:
    grades = [(str(grade), str(grade), False) for grade in row.grades]
    return grades or [(one.name, one.label, one.is_dont_know) for one in row.options]
