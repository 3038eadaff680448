# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading areas."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.areas.models import Municipality


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """A municipality that uses this installation, as doors see it."""

    id: int
    name: str
    slug: str
    area_code: str
    area_year: int
    phone: str
    sender: str
    first_answer_days: int
    longest_promise_days: int


def _row(municipality: Municipality) -> MunicipalityRow:
    return MunicipalityRow(
        id=municipality.pk,
        name=municipality.name,
        slug=municipality.slug,
        area_code=municipality.area_code,
        area_year=municipality.area_year,
        phone=municipality.phone,
        sender=municipality.sender,
        first_answer_days=municipality.first_answer_days,
        longest_promise_days=municipality.longest_promise_days,
    )


def municipality_for_host(host: str) -> MunicipalityRow | None:
    """Return the municipality of this host name; else the only one; else None."""
    rows = list(Municipality.objects.order_by("id"))
    for municipality in rows:
        if municipality.host and municipality.host.lower() == host.lower():
            return _row(municipality)
    return _row(rows[0]) if len(rows) == 1 else None
