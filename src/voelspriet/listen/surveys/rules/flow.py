# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which questions are asked, which choices are on offer and which answers are allowed, so far.

Not asked is something else than not answered: a question whose condition does not hold is left
out, and an answer given to it before counts as none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from voelspriet.listen.surveys.rules.answers import Answer
from voelspriet.listen.surveys.rules.definitions import ChoiceDefinition, QuestionDefinition
from voelspriet.listen.surveys.rules.expressions import value_of

Answers = Mapping[str, Answer]


def asked(
    questions: Iterable[QuestionDefinition], answers: Answers, *, today: date
) -> tuple[QuestionDefinition, ...]:
    """Return the questions that are asked, given the answers so far."""
    known: dict[str, str] = {}
    found: list[QuestionDefinition] = []
    for question in questions:
        if question.relevant and not value_of(question.relevant, known, today=today):
            continue
        found.append(question)
        known[question.name] = written(answers.get(question.name, Answer()))
    return tuple(found)


def offered(
    question: QuestionDefinition, answers: Answers, *, today: date
) -> tuple[ChoiceDefinition, ...]:
    """Return the choices on offer; "don't know" is always one of them."""
    if not question.choice_filter:
        return question.choices
    known = _known(answers)
    return tuple(
        choice
        for choice in question.choices
        if choice.is_dont_know
        or value_of(
            question.choice_filter,
            known,
            today=today,
            columns={**choice.extra, "name": choice.name},
        )
    )


def meets(question: QuestionDefinition, answer: Answer, answers: Answers, *, today: date) -> bool:
    """Tell whether an answer is allowed; nothing filled in breaks no constraint."""
    if not question.constraint or not answer:
        return True
    return value_of(question.constraint, _known(answers), today=today, itself=written(answer))


def written(answer: Answer) -> str:
    """Return an answer as XForms holds it: names with a space between them, a number, a text."""
    if answer.chosen:
        return " ".join(answer.chosen)
    return str(answer.number) if answer.number is not None else answer.text


def _known(answers: Answers) -> dict[str, str]:
    return {name: written(answer) for name, answer in answers.items()}
