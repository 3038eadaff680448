# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding signals by words."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings

from voelspriet.ground.privacy.keys import derived_key
from voelspriet.ground.search.index import matching
from voelspriet.ground.search.words import query_tokens

PURPOSE = "search"


def search_ids(*, query: str, area_ids: Collection[int], limit: int = 200) -> list[int]:
    """Return ids of signals in `area_ids` whose text holds every word of `query`, newest first.

    A word meets its plural and every word that begins with it; accents and capitals do not
    matter. `area_ids` is the scope: no areas, no results.
    """
    asked = query_tokens(query, key=derived_key(settings.KEYRING, PURPOSE))
    if not asked or not area_ids:
        return []
    return matching(asked, area_ids=sorted(area_ids), limit=limit)
