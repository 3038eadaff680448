# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads of single persons: the addresses a report goes to. For the job that sends it, alone."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.listen.evenings.models import ReportAddress
from voelspriet.listen.evenings.rules.addresses import leave_key


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who asked for the report. `key` stands in the link that takes the address back."""

    address: str
    language: str
    key: str


def addressees(*, reference: str) -> tuple[Addressee, ...]:
    """Return to whom the report of an evening goes, in no order that tells anything."""
    found = ReportAddress.objects.filter(evening__reference=reference).order_by("id")
    return tuple(Addressee(one.address, one.language, leave_key(one.pk)) for one in found)
