# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of letters of a text, and what stored weights of them say: nothing that is slow to import.

Learning needs libraries that take a second to load; reading back what was learned needs none of
them, so a web process may do it (decision 0162).
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SHORTEST, LONGEST = 3, 5
WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without signs.

    >>> words_of("Er ligt zwerfvuil, altijd!")
    ['er', 'ligt', 'zwerfvuil', 'altijd']
    """
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def letters_of(text: str) -> list[str]:
    """Return groups of 3 to 5 letters within the words of a text; a space is where a word ends.

    >>> letters_of("De lamp")
    [' de', 'de ', ' de ', ' la', 'lam', 'amp', 'mp ', ' lam', 'lamp', 'amp ', ' lamp', 'lamp ']
    """
    found: list[str] = []
    for word in words_of(text):
        padded = f" {word} "
        # a short word counts once, whatever the lengths
        for length in range(SHORTEST, max(SHORTEST, min(LONGEST, len(padded))) + 1):
            last = max(len(padded) - length, 0)
            found += [padded[at : at + length] for at in range(last + 1)]
    return found


def with_common_words(
    texts: Sequence[str], sources: Sequence[object], least: int
) -> tuple[str, ...]:
    """Return the texts with only those words that at least so many different sources used.

    >>> with_common_words(["het is donker", "donker, zegt Kees"], ["a", "b"], 2)
    ('donker', 'donker')
    """
    told = [words_of(text) for text in texts]
    used: dict[str, set[object]] = {}
    for words, source in zip(told, sources, strict=True):
        for word in words:
            used.setdefault(word, set()).add(source)
    kept = {word for word, who in used.items() if len(who) >= least}
    return tuple(" ".join(word for word in words if word in kept) for words in told)


@dataclass(frozen=True, slots=True)
class LetterWeights:
    """What was learned, as plain numbers: nothing in it can run.

    `letters` holds per group of letters how much it tells at all and its weight for each factor;
    a score becomes a probability by the slope and offset of its factor.
    """

    factors: tuple[str, ...]
    intercepts: tuple[float, ...]
    slopes: tuple[float, ...]
    offsets: tuple[float, ...]
    letters: Mapping[str, Sequence[float]]

    def to_json(self) -> str:
        """Return it as text to store."""
        return json.dumps(
            {
                "factors": self.factors,
                "intercepts": self.intercepts,
                "slopes": self.slopes,
                "offsets": self.offsets,
                "letters": self.letters,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def of_json(cls, stored: str) -> LetterWeights:
        """Return what was stored."""
        told = json.loads(stored)
        return cls(
            tuple(told["factors"]),
            tuple(told["intercepts"]),
            tuple(told["slopes"]),
            tuple(told["offsets"]),
            told["letters"],
        )

    def knows(self, text: str) -> bool:
        """Tell whether anything in a text was seen before; of the rest nothing can be said."""
        return any(one in self.letters for one in letters_of(text))

    def probabilities(self, text: str) -> tuple[float, ...]:
        """Return how probable each factor is for a text, 0 to 1."""
        counted = Counter(one for one in letters_of(text) if one in self.letters)
        weighed = {
            one: (1 + math.log(times)) * self.letters[one][0] for one, times in counted.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        found = []
        for at in range(len(self.factors)):
            score = self.intercepts[at] + math.fsum(
                weight / length * self.letters[one][at + 1] for one, weight in weighed.items()
            )
            line = score * self.slopes[at] + self.offsets[at]
            found.append(0.5 * (1 + math.tanh(line / 2)))
        return tuple(found)
