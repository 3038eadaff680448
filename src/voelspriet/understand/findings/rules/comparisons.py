# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What holds of a comparison: who reads it, who waits on whom, and which advice fits."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.rules.studies import visible_studies
from voelspriet.understand.coding.choices import ActingParty
from voelspriet.understand.coding.rules.guarding import brief, refuse_pointing
from voelspriet.understand.findings.choices import ConcernQuadrant, QuoteState
from voelspriet.understand.findings.models import Comparison

READERS = (Role.RESEARCHER, Role.POLICY_ADVISER)
MOST_AREAS = 2
MOST_FACTORS = 40
MOST_QUOTES = 12  # beside one factor: more is no choice
MOST_RECOMMENDATIONS = 40
MOST_HELPS = 8  # interventions beside one recommendation
LEAST_SPEAKERS = 3  # fewer are never told apart

QUADRANTS: dict[tuple[bool, bool], ConcernQuadrant] = {
    (True, True): ConcernQuadrant.CONCERN_AND_ATTENTION,
    (True, False): ConcernQuadrant.CONCERN_WITHOUT_ATTENTION,
    (False, True): ConcernQuadrant.ATTENTION_WITHOUT_CONCERN,
    (False, False): ConcernQuadrant.NEITHER,
}
ADVICE: dict[ConcernQuadrant, Promise] = {
    ConcernQuadrant.CONCERN_AND_ATTENTION: _(
        "Blijf duidelijk laten zien wat u doet. Erken wat mensen voelen en bevestig de norm: zeg "
        "wat hier niet hoort. Richt u alleen tot de kring die zich zorgen maakt."
    ),
    ConcernQuadrant.CONCERN_WITHOUT_ATTENTION: _(
        "Begin met aandacht die mensen zien: laat weten dat u het hoort en wat u eraan doet. Doe "
        "dat gericht, bij de kring die zich zorgen maakt."
    ),
    ConcernQuadrant.ATTENTION_WITHOUT_CONCERN: _(
        "Houd u in. Zichtbare actie kan zelf een onveilig gevoel geven. Ga door met het werk, maar "
        "laat het minder zien."
    ),
    ConcernQuadrant.NEITHER: _(
        "Doe wat nodig is zonder er veel over te zeggen, en blijf kijken of het verandert."
    ),
}
# where a quote may go from where it stands; a mistake can be put right
NEXT_STATES: dict[QuoteState, tuple[QuoteState, ...]] = {
    QuoteState.CHOSEN: (QuoteState.GONE_BACK,),
    QuoteState.GONE_BACK: (QuoteState.AGREED, QuoteState.REFUSED, QuoteState.CHOSEN),
    QuoteState.AGREED: (QuoteState.REFUSED,),
    QuoteState.REFUSED: (QuoteState.GONE_BACK,),
}
BY_THEMSELVES = frozenset({ActingParty.RESIDENTS})


def may_compare(by: Actor) -> bool:
    """Tell whether `by` compares and judges: a researcher of a municipality."""
    return by.is_staff and by.has(Role.RESEARCHER) and by.municipality_id is not None


def visible_comparisons(by: Actor) -> QuerySet[Comparison]:
    """Return the comparisons `by` may read.

    A researcher those of the studies they see; a policy adviser those of the municipality, to
    explain them: never a text of itself, only what is chosen from it.
    """
    if not by.is_staff or not by.has(*READERS) or by.municipality_id is None:
        return Comparison.objects.none()
    if by.has(Role.RESEARCHER):
        return Comparison.objects.filter(study__in=visible_studies(by))
    return Comparison.objects.filter(study__municipality_id=by.municipality_id)


def quadrant_of(*, has_concern: bool | None, has_attention: bool | None) -> ConcernQuadrant | None:
    """Return the quadrant; None where either was not said."""
    if has_concern is None or has_attention is None:
        return None
    return QUADRANTS[has_concern, has_attention]


def is_standoff(residents_expect: str, professionals_expect: str) -> bool:
    """Tell whether each side waits on the other.

    Residents expect another party to act, and professionals expect the residents to.

    >>> is_standoff("municipality", "residents")
    True
    >>> is_standoff("together", "residents") or is_standoff("residents", "municipality")
    False
    """
    if not residents_expect or professionals_expect not in BY_THEMSELVES:
        return False
    return residents_expect not in {*BY_THEMSELVES, ActingParty.TOGETHER}


def told(text: str, limit: int, *, field: str, is_needed: bool = False) -> str:
    """Return what a researcher typed as it is stored.

    Refuses what is missing or too long, and words that divide people or point at somebody.
    """
    clean = brief(text, limit, field=field, is_needed=is_needed)
    refuse_pointing(clean, field=field)
    return clean
