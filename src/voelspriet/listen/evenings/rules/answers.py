# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An answer to a question: what it may hold for each kind, and slips typed in by the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.answers import WORDS_ASKED, Answer
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition
from voelspriet.listen.surveys.rules.tally import bounds

LONGEST_TEXT = 2000
LONGEST_WORD = 30
HIGHEST_SLIP = 9999
BETWEEN_WORDS = re.compile(r"[,;\n/،؛]+")
CHOSEN_KINDS = frozenset({QuestionKind.SINGLE, QuestionKind.STATEMENT, QuestionKind.MULTIPLE})
WRITTEN_KINDS = frozenset({QuestionKind.OPEN, QuestionKind.THREE_WORDS})


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of paper as it was typed in."""

    number: int
    answer: Answer


def checked(question: QuestionDefinition, answer: Answer) -> Answer:
    """Return an answer as it is kept. Raises Refused when the question cannot have it."""
    if question.kind in CHOSEN_KINDS:
        return Answer(chosen=_chosen(question, answer.chosen))
    if question.kind is QuestionKind.GRADE:
        return Answer(number=_grade(question, answer.number))
    if question.kind is QuestionKind.THREE_WORDS:
        return Answer(text=", ".join(_words(BETWEEN_WORDS.split(answer.text))))
    if question.kind is QuestionKind.OPEN:
        return Answer(text=_text(answer.text))
    raise Refused(_("Op deze vraag antwoordt u op de kaart."))


def _chosen(question: QuestionDefinition, names: Sequence[str]) -> tuple[str, ...]:
    every = {choice.name: choice for choice in question.choices}
    if not names:
        raise Refused(_("Kies een antwoord."))
    if not set(names) <= set(every):
        raise Refused(_("Dit antwoord is er niet."))
    if question.kind is not QuestionKind.MULTIPLE and len(names) > 1:
        raise Refused(_("Kies één antwoord."))
    if len(names) > 1 and any(every[name].is_dont_know for name in names):
        raise Refused(_("Kies of “weet ik niet”, of iets anders. Niet allebei."))
    return tuple(name for name in every if name in names)


def _grade(question: QuestionDefinition, number: int | None) -> int:
    lowest, highest = bounds(question)
    if number is None or not lowest <= number <= highest:
        raise Refused(
            _("Kies een cijfer van %(lowest)s tot en met %(highest)s.")
            % {"lowest": lowest, "highest": highest}
        )
    return number


def _words(parts: Iterable[str]) -> list[str]:
    words = [" ".join(one.split()) for one in parts]
    words = list(dict.fromkeys(one for one in words if one))
    if not words:
        raise Refused(_("Schrijf een woord."))
    if len(words) > WORDS_ASKED:
        raise Refused(_("Schrijf ten hoogste drie woorden."))
    if any(len(one) > LONGEST_WORD for one in words):
        raise Refused(_("Dit woord is te lang."))
    return words


def _text(text: str) -> str:
    said = text.strip()
    if not said:
        raise Refused(_("Schrijf iets op."))
    if len(said) > LONGEST_TEXT:
        raise Refused(
            ngettext(
                "Schrijf ten hoogste %(most)s teken.",
                "Schrijf ten hoogste %(most)s tekens.",
                LONGEST_TEXT,
            )
            % {"most": LONGEST_TEXT}
        )
    return said


def read_slips(question: QuestionDefinition, typed: str) -> tuple[list[Slip], list[str]]:
    """Return the slips somebody typed, one a line, and the lines that say nothing we can read.

    A line is the number of the slip, then the answer: the number of a choice (several for a
    question with several answers), a grade, or words.
    """
    slips: dict[int, Slip] = {}
    wrong: list[str] = []
    for line in filter(None, (one.strip() for one in typed.splitlines())):
        try:
            slip = _slip(question, line)
        except Refused:
            wrong.append(line)
        else:
            slips[slip.number] = slip
    return list(slips.values()), wrong


def _slip(question: QuestionDefinition, line: str) -> Slip:
    number, _gap, rest = line.partition(" ")
    number = number.rstrip(":.")
    if not (number.isdecimal() and 0 < int(number[:6]) <= HIGHEST_SLIP and rest.strip()):
        raise Refused(_("Dit is geen nummer van een strook."))
    return Slip(int(number), checked(question, _typed(question, rest.strip())))


def _typed(question: QuestionDefinition, rest: str) -> Answer:
    if question.kind in WRITTEN_KINDS:
        return Answer(text=rest)
    numbers = rest.replace(",", " ").split()
    if not all(one.isdecimal() and len(one) <= 3 for one in numbers):  # noqa: PLR2004  no choice has more
        raise Refused(_("Dit antwoord is er niet."))
    if question.kind is QuestionKind.GRADE:
        if len(numbers) != 1:
            raise Refused(_("Kies één antwoord."))
        return Answer(number=int(numbers[0]))
    places = [int(one) for one in numbers]
    if not all(1 <= place <= len(question.choices) for place in places):
        raise Refused(_("Dit antwoord is er niet."))
    return Answer(chosen=tuple(question.choices[place - 1].name for place in places))
