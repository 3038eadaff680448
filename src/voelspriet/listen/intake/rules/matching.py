# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding words in what people type: any case, accents or none, any form of an Arabic letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

# Arabic letters people write in several ways, and Turkish dotless i, to one form each
ONE_FORM = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
        "گ": "ك", "ک": "ك", "ی": "ي", "ـ": None, "ı": "i", "ø": "o", "ß": "ss",
        "’": "'", "‘": "'", "´": "'", "`": "'",
    }
)  # fmt: skip
# what Arabic writes onto the front of a word: and, so, with, for, like, the
ARABIC_FRONT = "(?:[وف]?(?:ال|بال|لل|كال|[بلك])?)"
ARABIC = re.compile("[\u0600-\u06ff]")
ONLY_ARABIC = "(?=[\u0600-\u06ff])"
SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return `text` in lower case without accents or vowel marks, each letter in one form."""
    lower = unicodedata.normalize("NFKD", text).casefold().translate(ONE_FORM)
    letters = unicodedata.normalize("NFKD", lower)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return SPACE.sub(" ", bare.translate(ONE_FORM)).strip()


def term_pattern(term: str) -> str:
    """Return the pattern of one plain term where a word begins; `*` at the end takes any ending.

    A space in the term takes any space or sign between the words, not a letter.
    """
    open_ended = term.endswith("*")
    words = [re.escape(word) for word in plain(term.rstrip("*")).split(" ") if word]
    if not words:
        return r"(?!)"
    front = ARABIC_FRONT if ARABIC.search(term) else ""
    body = r"[\W_]+".join(words)
    return f"{front}{body}" + (r"\w*" if open_ended else r"(?!\w)")


def any_of(terms: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern that finds any of `terms` in a plain text."""
    return _compiled(tuple(sorted(set(terms))))


@lru_cache(maxsize=64)
def _compiled(terms: tuple[str, ...]) -> re.Pattern[str]:
    if not terms:
        return re.compile(r"(?!)")
    runs = groupby((term_pattern(term) for term in terms), _begins_in_arabic)
    # hundreds of terms: most places in a text are passed by with one look
    texts = (f"{ONLY_ARABIC if arabic else ''}(?:{'|'.join(run)})" for arabic, run in runs)
    return re.compile(rf"(?<!\w)(?:{'|'.join(texts)})")


def _begins_in_arabic(pattern: str) -> bool:
    return bool(ARABIC.match(pattern.removeprefix(ARABIC_FRONT)))
