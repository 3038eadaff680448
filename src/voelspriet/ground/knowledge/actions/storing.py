# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The columns and rows behind the words of an intervention."""

from __future__ import annotations

from voelspriet.ground.knowledge.models import (
    Intervention,
    InterventionFactor,
    InterventionTheme,
)
from voelspriet.ground.knowledge.rules import Words, search_title, search_words


def columns_of(words: Words) -> dict[str, str]:
    """Return what to store of an intervention in its own row."""
    return {
        "title": words.title,
        "kind": words.kind,
        "audience": words.audience,
        "told": words.told,
        "owner": words.owner,
        "author_year": words.author_year,
        "url": words.url,
        "url_note": words.url_note,
        "source_document": words.source_document,
        "source_section": words.source_section,
        "search_title": search_title(words.title),
        "search_text": search_words(
            [words.title, words.told, words.owner, words.author_year, words.source_section]
        ),
    }


def put_marks(found: Intervention, words: Words) -> None:
    """Store the themes and factors of an intervention instead of those it had."""
    found.themes.all().delete()
    found.factors.all().delete()
    InterventionTheme.objects.bulk_create(
        InterventionTheme(intervention=found, theme=one) for one in dict.fromkeys(words.themes)
    )
    InterventionFactor.objects.bulk_create(
        InterventionFactor(intervention=found, number=one) for one in dict.fromkeys(words.factors)
    )
