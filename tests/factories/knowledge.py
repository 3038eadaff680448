# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Interventions of a municipality, or that come with the product."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

from tests.conftest import arranging
from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.knowledge.models import (
    Intervention,
    InterventionFactor,
    InterventionTheme,
)
from voelspriet.ground.knowledge.rules import search_title, search_words

ADDED = datetime(2026, 3, 2, 9, tzinfo=UTC)
_numbers = count(1)


def make_intervention(
    municipality: Municipality | None,
    title: str = "Lichtwandeling",
    *,
    themes: tuple[str, ...] = ("public_space",),
    factors: tuple[int, ...] = (),
    **more: object,
) -> Intervention:
    """Make an intervention of a municipality; without one it came with the product."""
    values = {"kind": "intervention", "audience": "general", "told": "Samen langs donkere plekken.",
              "owner": "Beheer", "source_document": "Een evaluatie", "made_at": ADDED}  # fmt: skip
    if municipality is not None:
        values |= {"made_by_id": 1, "made_by_name": "Anouk", "reviewed_on": date(2026, 3, 2),
                   "review_due": date(2027, 3, 2)}  # fmt: skip
    values |= more
    with arranging():
        made = Intervention.objects.create(
            municipality=municipality,
            reference=f"H-{next(_numbers):04d}-TEST",
            title=title,
            search_title=search_title(title),
            search_text=search_words([title, str(values["told"]), str(values["owner"])]),
            **values,
        )
        for theme in themes:
            InterventionTheme.objects.create(intervention=made, theme=theme)
        for number in factors:
            InterventionFactor.objects.create(intervention=made, number=number)
    return made
