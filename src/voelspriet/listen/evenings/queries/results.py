# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tally of one question: phones, slips and hands together, each voice once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from voelspriet.listen.evenings.models import HandCount, Vote
from voelspriet.listen.evenings.queries.rows import ItemRow
from voelspriet.listen.evenings.rules.results import Bar, Outcome, outcome
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.answers import Answer, words_in
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition
from voelspriet.listen.surveys.rules.tally import Tally, tally

WRITTEN_KINDS = frozenset({QuestionKind.OPEN, QuestionKind.THREE_WORDS})
MOST_TEXTS = 60


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line of the results, in the reader's language."""

    label: str
    word: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a question as the room sees them; `texts` were let through by a person."""

    outcome: Outcome
    rows: tuple[ResultRow, ...] = ()
    texts: tuple[str, ...] = ()


def results_of(item: ItemRow, *, shows_numbers: bool) -> Results | None:
    """Return what the room may see of a question; None for what is no question. Two queries."""
    if item.question is None:
        return None
    if item.question.kind in WRITTEN_KINDS:
        return _written(item)
    return _told(item, tally_of(item.id, item.question), shows_numbers=shows_numbers)


def counted_results(items: Sequence[ItemRow]) -> dict[int, Results]:
    """Return what everybody may see of questions that are chosen or graded. Two queries."""
    ids = [one.id for one in items]
    answers: dict[int, list[Answer]] = {pk: [] for pk in ids}
    for pk, chosen, number in Vote.objects.filter(item_id__in=ids).values_list(
        "item_id", "chosen", "number"
    ):
        answers[pk].append(Answer(chosen=tuple(chosen), number=number))
    hands: dict[int, dict[str, int]] = {pk: {} for pk in ids}
    for pk, choice, count in HandCount.objects.filter(item_id__in=ids).values_list(
        "item_id", "choice", "count"
    ):
        hands[pk][choice] = count
    return {
        one.id: _told(one, tally(one.question, answers[one.id], hands[one.id]), shows_numbers=False)
        for one in items
        if one.question is not None
    }


def _told(item: ItemRow, told: Tally, *, shows_numbers: bool) -> Results:
    found = outcome(told, agreed_to_numbers=shows_numbers)
    labels = {one.name: one.label for one in item.options}
    rows = tuple(
        ResultRow(labels.get(bar.name, bar.name), gettext(bar.word), bar) for bar in found.bars
    )
    return Results(found, rows)


def tally_of(item_id: int, question: QuestionDefinition) -> Tally:
    """Return the tally of what is chosen or graded: voices and hands. Two queries."""
    votes = Vote.objects.filter(item_id=item_id).values_list("chosen", "number")
    hands = dict(HandCount.objects.filter(item_id=item_id).values_list("choice", "count"))
    answers = (Answer(chosen=tuple(chosen), number=number) for chosen, number in votes)
    return tally(question, answers, hands)


def _written(item: ItemRow) -> Results:
    votes = Vote.objects.filter(item_id=item.id)
    shown = [one.text for one in votes.filter(is_let_through=True).order_by("id")[:MOST_TEXTS]]
    texts = _ranked(shown) if item.answer_kind == QuestionKind.THREE_WORDS else tuple(shown)
    return Results(Outcome(answered=votes.count()), texts=texts)


def _ranked(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words somebody let through, what was written most often first."""
    counted = Counter(word.casefold() for text in texts for word in words_in(text))
    return tuple(sorted(counted, key=lambda word: (-counted[word], word)))
