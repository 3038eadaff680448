# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which plans everybody may read, and what in their words may point at somebody."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from voelspriet.act.plans.choices import PlanState, PlanVisibility
from voelspriet.act.plans.models import Plan
from voelspriet.listen.intake.rules.person_flag import points_at_person

FEWEST_ANSWERS = 10  # of fewer the percentage is of people who could be known


def public_plans(municipality_id: int) -> QuerySet[Plan]:
    """Return the plans of a municipality that everybody may read."""
    adopted = Plan.objects.exclude(state=PlanState.DRAFT)
    return adopted.filter(municipality_id=municipality_id, visibility=PlanVisibility.PUBLIC)


def pointing(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that may point at a person, each once: too many rather than too few."""
    return tuple(dict.fromkeys(text for text in texts if points_at_person(text)))
