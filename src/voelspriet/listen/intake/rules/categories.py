# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A suggestion of what a report is about, from words in four languages; empty when unsure.

A word scores one point, a phrase two. Sure is: at least one point and ahead of the next. How
somebody feels goes along with many matters, so a feeling is the matter only when nothing else is.
The words are data: `categories.toml`, per category and language.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from voelspriet.listen.intake.choices import Category
from voelspriet.listen.intake.rules.matching import any_of, plain

WORDS_FILE = Path(__file__).resolve().parent.parent / "categories.toml"
WORD, PHRASE = 1, 2


def suggest_category(text: str) -> str:
    """Return the code of the category that fits best, or "" when none or two fit best."""
    bare = plain(text)
    scores = {category: _score(bare, *patterns) for category, patterns in _lexicon().items()}
    if any(score for category, score in scores.items() if category is not Category.FEELING):
        scores[Category.FEELING] = 0
    ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)
    best, next_best = ranked[0], ranked[1]
    return best[0].value if best[1] > next_best[1] else ""


def _score(bare: str, words: re.Pattern[str], phrases: re.Pattern[str]) -> int:
    found_words = {match.group() for match in words.finditer(bare)}
    found_phrases = {match.group() for match in phrases.finditer(bare)}
    return WORD * len(found_words) + PHRASE * len(found_phrases)


@lru_cache(maxsize=1)
def _lexicon() -> dict[Category, tuple[re.Pattern[str], re.Pattern[str]]]:
    content = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    lexicon = {}
    for code, languages in content.items():
        terms = [term for words in languages.values() for term in words]
        phrases = [term for term in terms if " " in term]
        words = [term for term in terms if " " not in term]
        lexicon[Category(code)] = (any_of(words), any_of(phrases))
    return lexicon
