# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of material, read where they live."""

from __future__ import annotations

from django.db.models import QuerySet

from voelspriet.understand.coding.models import Material

HOMES = ("source", "signal", "note", "answer")


def with_homes(found: QuerySet[Material]) -> QuerySet[Material]:
    """Have the rows below read along, so that texts ask no more of the database."""
    return found.select_related(*HOMES)


def text_of(material: Material) -> str:
    """Return the words of a text as they stand now; "" when they were destroyed."""
    home = material.source or material.signal or material.note or material.answer
    return home.text if home is not None else ""
