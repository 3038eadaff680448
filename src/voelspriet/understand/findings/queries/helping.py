# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an intervention of the knowledge base stands beside a recommendation."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.knowledge.rules import known_to
from voelspriet.ground.privacy.actors import Actor
from voelspriet.understand.findings.models import Recommendation
from voelspriet.understand.findings.rules.comparisons import visible_comparisons

MOST = 25


@dataclass(frozen=True, slots=True)
class UseRow:
    """A recommendation an intervention was chosen for, and the comparison it is in."""

    comparison: str
    comparison_title: str
    number: int
    title: str


def uses_of(*, intervention: str, by: Actor) -> tuple[UseRow, ...]:
    """Return the recommendations `by` may read with an intervention beside them, newest first."""
    found = (
        Recommendation.objects.filter(
            comparison__in=visible_comparisons(by),
            interventions__in=known_to(by).filter(reference=intervention),
        )
        .select_related("comparison")
        .order_by("-pk")
    )
    return tuple(
        UseRow(one.comparison.reference, one.comparison.title, one.number, one.title)
        for one in found[:MOST]
    )
