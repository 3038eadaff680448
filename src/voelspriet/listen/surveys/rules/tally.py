# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting answers to one question: voices and hands in one tally, don't know apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median

from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.answers import Answer
from voelspriet.listen.surveys.rules.definitions import ChoiceDefinition, QuestionDefinition

COUNTED = frozenset(
    {QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.STATEMENT, QuestionKind.GRADE}
)
LOWEST, HIGHEST = 1, 10


@dataclass(frozen=True, slots=True)
class ChoiceCount:
    """How often one choice was chosen; `labels` is what it says, per language."""

    name: str
    labels: Mapping[str, str]
    count: int
    is_dont_know: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to one question together (telling).

    `answered` is everybody who answered, `base` those of them who did not say "don't know": what
    a percentage is of. A grade has no choices of its own: its counts are the grades, and `mean`
    and `median` are None when nobody gave one. `texts` are the answers in words, in no order that
    says who spoke first.
    """

    kind: QuestionKind
    counts: tuple[ChoiceCount, ...]
    answered: int
    dont_know: int
    mean: float | None = None
    median: float | None = None
    texts: tuple[str, ...] = ()

    @property
    def base(self) -> int:
        """Return how many answered something else than "don't know"."""
        return self.answered - self.dont_know

    @property
    def known(self) -> tuple[ChoiceCount, ...]:
        """Return the counts without "don't know"."""
        return tuple(one for one in self.counts if not one.is_dont_know)


def tally(
    question: QuestionDefinition,
    answers: Iterable[Answer],
    hands: Mapping[str, int] | None = None,
) -> Tally:
    """Return the answers of phones and paper and the counted hands together.

    `hands` is choice (or grade, written as a number) → how many hands. What is no choice of this
    question is not counted. Of a question with more answers, hands do not tell how many people
    they were: they count as the fullest choice, the fewest people it can have been.
    """
    given = [answer for answer in answers if answer]
    if question.kind not in COUNTED:
        texts = tuple(sorted(answer.text for answer in given if answer.text))
        return Tally(question.kind, (), answered=len(texts), dont_know=0, texts=texts)
    choices = choices_counted(question)
    names = {choice.name for choice in choices}
    unsure = {choice.name for choice in choices if choice.is_dont_know}
    counted, people, dont_know = _voices(question.kind, given, names, unsure)
    raised = {name: n for name, n in (hands or {}).items() if n > 0 and name in names}
    by_hand, not_knowing = _hands(question.kind, raised, unsure)
    counted.update(raised)
    counts = tuple(
        ChoiceCount(one.name, one.labels, counted[one.name], one.is_dont_know) for one in choices
    )
    grades = [int(one.name) for one in counts for _ in range(one.count) if _is_grade(question)]
    return Tally(
        question.kind,
        counts,
        answered=people + by_hand,
        dont_know=dont_know + not_knowing,
        mean=fmean(grades) if grades else None,
        median=float(median(grades)) if grades else None,
    )


def _voices(
    kind: QuestionKind, given: Iterable[Answer], names: set[str], unsure: set[str]
) -> tuple[Counter[str], int, int]:
    """Return how often each choice was chosen, by how many, and how many did not know."""
    counted: Counter[str] = Counter()
    people = dont_know = 0
    for answer in given:
        said = {str(answer.number)} if kind == QuestionKind.GRADE else set(answer.chosen)
        said &= names
        counted.update(said)
        people += bool(said)
        dont_know += bool(said) and said <= unsure
    return counted, people, dont_know


def _hands(kind: QuestionKind, raised: Mapping[str, int], unsure: set[str]) -> tuple[int, int]:
    """Return how many people raised hands, and how many of them for "don't know"."""
    not_knowing = sum(count for name, count in raised.items() if name in unsure)
    knowing = [count for name, count in raised.items() if name not in unsure]
    fewest = max(knowing, default=0) if kind == QuestionKind.MULTIPLE else sum(knowing)
    return fewest + not_knowing, not_knowing


def _is_grade(question: QuestionDefinition) -> bool:
    return question.kind == QuestionKind.GRADE


def choices_counted(question: QuestionDefinition) -> tuple[ChoiceDefinition, ...]:
    """Return what can be counted: the choices, or the grades from lowest to highest."""
    if question.kind != QuestionKind.GRADE:
        return question.choices
    lowest, highest = bounds(question)
    return tuple(ChoiceDefinition(str(n), {"": str(n)}) for n in range(lowest, highest + 1))


def bounds(question: QuestionDefinition) -> tuple[int, int]:
    """Return the lowest and highest grade."""
    lowest = LOWEST if question.lowest is None else question.lowest
    return lowest, HIGHEST if question.highest is None else question.highest
