# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody answered to one question."""

from __future__ import annotations

from dataclasses import dataclass

WORDS_ASKED = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: names of choices, or a grade, or text (antwoord op een vraag).

    Three words are one text with a comma and a space between them.
    """

    chosen: tuple[str, ...] = ()
    number: int | None = None
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.chosen or self.number is not None or self.text)


def words_in(text: str) -> tuple[str, ...]:
    """Return the separate words of an answer in three words."""
    return tuple(word for word in (part.strip() for part in text.split(",")) if word)
