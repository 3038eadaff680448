# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that mean danger in a municipality."""

from __future__ import annotations

from voelspriet.listen.intake.models import DangerTerm
from voelspriet.listen.intake.rules.danger import first_terms


def terms_of(*, municipality_id: int) -> tuple[str, ...]:
    """Return the danger terms of a municipality, of every language together.

    A municipality without any works with the list the program comes with: an empty list would
    show nobody the emergency number.
    """
    rows = DangerTerm.objects.filter(municipality_id=municipality_id).order_by("id")
    terms = tuple(rows.values_list("term", flat=True))
    return terms or tuple(term for _language, term in first_terms())
