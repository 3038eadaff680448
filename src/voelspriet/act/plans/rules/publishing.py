# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which plans everybody may read, and what in their words may point at somebody."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from functools import lru_cache

from django.db.models import QuerySet

from voelspriet.act.plans.choices import PlanState, PlanVisibility
from voelspriet.act.plans.models import Plan
from voelspriet.listen.intake.rules.person_flag import points_at_person

HELD = "[…]"  # in the place of a sentence that waits, in any language
FEWEST_ANSWERS = 10  # of fewer the percentage is of people who could be known


def public_plans(municipality_id: int) -> QuerySet[Plan]:
    """Return the plans of a municipality that everybody may read."""
    adopted = Plan.objects.exclude(state=PlanState.DRAFT)
    return adopted.filter(municipality_id=municipality_id, visibility=PlanVisibility.PUBLIC)


def pointing(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that may point at a person, each once: too many rather than too few."""
    return tuple(dict.fromkeys(text for text in texts if _points(text)))


def held_back(texts: Iterable[str], looked_at: Collection[str]) -> tuple[str, ...]:
    """Return the texts that may point at a person and that nobody looked at, each once."""
    return tuple(text for text in pointing(texts) if digest_of(text) not in looked_at)


def digest_of(text: str) -> str:
    """Return by what a sentence is known again; any other wording is another sentence."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@lru_cache(maxsize=8192)  # 0.15 ms a text, and a public page asks for every one: decision 0178
def _points(text: str) -> bool:
    return points_at_person(text)
