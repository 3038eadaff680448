# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the papers of an evening need that are printed beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.choices import ItemKind
from voelspriet.listen.evenings.models import EveningItem
from voelspriet.listen.evenings.queries.rows import EveningRow, ItemRow, evening_row, item_row
from voelspriet.listen.evenings.queries.standing import led_evening


@dataclass(frozen=True, slots=True)
class PackRow:
    """An evening as its papers tell of it, in a language.

    `default_language` is that of a question nobody translated. `items` are the questions,
    `map_rounds` the references of its rounds of maps.
    """

    evening: EveningRow
    language: str
    title_language: str
    default_language: str
    items: tuple[ItemRow, ...]
    map_rounds: tuple[str, ...]


def evening_pack(*, reference: str, by: Actor, language: str) -> PackRow:
    """Return an evening for its papers. OutOfScope for anyone but the advisers of its area."""
    evening = led_evening(reference=reference, by=by)
    found = EveningItem.objects.filter(evening=evening).select_related("question")
    rows = [
        item_row(one, evening, number=number, language=language)
        for number, one in enumerate(found.order_by("position"), 1)
    ]
    return PackRow(
        evening=evening_row(evening, language),
        language=language,
        title_language=language if evening.titles.get(language) else "nl",
        default_language=evening.version.default_language,
        items=tuple(one for one in rows if one.question is not None),
        map_rounds=tuple(
            one.map_round_reference
            for one in rows
            if one.kind is ItemKind.MAP_ROUND and one.map_round_reference
        ),
    )
