# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public list of initiatives, each with what was promised for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from voelspriet.act.agenda.queries.of_initiatives import PromiseRow, promised_publicly
from voelspriet.act.initiatives.queries.following import (
    SHOWN_IN_PUBLIC,
    PublicInitiative,
    public_initiatives,
)


@dataclass(frozen=True, slots=True)
class ListedInitiative:
    """An initiative on the public list, and who promised what for it."""

    told: PublicInitiative
    promises: tuple[PromiseRow, ...]


def listed_initiatives(
    *, area_ids: Collection[int], language: str, on: date, limit: int = SHOWN_IN_PUBLIC
) -> tuple[ListedInitiative, ...]:
    """Return the initiatives of areas whose starters agreed to be listed. Three queries."""
    found = public_initiatives(area_ids=area_ids, language=language, limit=limit)
    promised = promised_publicly(initiative_ids=[one.id for one in found], on=on)
    return tuple(ListedInitiative(one, promised.get(one.id, ())) for one in found)
