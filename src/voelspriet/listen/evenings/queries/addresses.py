# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which evening takes addresses for its report, and how many were left."""

from __future__ import annotations

from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, ReportAddress
from voelspriet.listen.evenings.queries.standing import Standing, head_of, led_evening


def open_for_addresses(reference: str) -> Evening | None:
    """Return an evening that began and whose report was not sent; None otherwise."""
    found = Evening.objects.select_related("area").filter(
        reference=reference, report_sent_at=None, words_erased_at=None
    )
    return found.exclude(state=EveningState.PREPARED).first()


def evening_for_addresses(*, reference: str) -> Standing | None:
    """Return the head of an evening that takes addresses; None otherwise."""
    found = open_for_addresses(reference)
    return head_of(found) if found else None


def address_count(*, reference: str, by: Actor) -> int:
    """Return how many addresses were left, for the advisers of the area."""
    evening = led_evening(reference=reference, by=by)
    return ReportAddress.objects.filter(evening=evening).count()
