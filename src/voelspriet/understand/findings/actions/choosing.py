# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing fragments: as quotes that go back to whoever spoke, and behind recommendations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.understand.coding.rules.access import going_out
from voelspriet.understand.findings.actions.comparing import (
    TITLE_LIMIT,
    audit,
    comparison_of,
    factor_of,
)
from voelspriet.understand.findings.choices import ConcernQuadrant, QuoteState
from voelspriet.understand.findings.models import (
    ChosenQuote,
    ComparedFactor,
    Comparison,
    QuadrantAdvice,
    Recommendation,
)
from voelspriet.understand.findings.models.comparisons import TEXT_LIMIT
from voelspriet.understand.findings.rules.comparisons import (
    MOST_QUOTES,
    MOST_RECOMMENDATIONS,
    NEXT_STATES,
    told,
)

MOST_FRAGMENTS = 50


@dataclass(frozen=True, slots=True)
class Advised:
    """A recommendation: its words, for which row of the matrix (None: for all), and why.

    `fragment_ids` are the fragments it rests on.
    """

    title: str
    text: str
    factor: int | None = None
    fragment_ids: Sequence[int] = ()


@action
def choose_quote(*, reference: str, number: int, fragment_id: int, by: Actor, at: datetime) -> None:
    """Choose a fragment to stand beside a factor. Refuses it twice, and more than a few.

    OutOfScope for a fragment of another study, of a sensitive text, or that `by` may not read.
    """
    row = factor_of(reference, number, by)
    _must_be_there(row.comparison, [fragment_id], by)
    if row.quotes.filter(fragment_id=fragment_id).exists():
        raise Refused(_("Dit citaat staat al bij deze factor."))
    if row.quotes.count() >= MOST_QUOTES:
        message = _("Kies bij een factor ten hoogste %(most)s citaten.") % {"most": MOST_QUOTES}
        raise Refused(message)
    ChosenQuote.objects.create(
        factor=row,
        fragment_id=fragment_id,
        state_at=at,
        chosen_by_id=by.user_id or 0,
        chosen_by_name=by.name,
    )
    audit("comparison.choose", row.comparison, by, at, factor=number)


@action
def drop_quote(*, reference: str, number: int, quote_id: int, by: Actor, at: datetime) -> None:
    """Take a quote away from a factor; the fragment stays."""
    quote = _quote(factor_of(reference, number, by), quote_id)
    comparison = quote.factor.comparison
    quote.delete()
    audit("comparison.drop", comparison, by, at, factor=number)


@action
def set_quote_state(
    *, reference: str, number: int, quote_id: int, state: QuoteState, by: Actor, at: datetime
) -> None:
    """Say that a quote went back to who said it or held the conversation, and what they answered.

    Refuses a step that skips going back.
    """
    quote = _quote(factor_of(reference, number, by), quote_id)
    if state not in NEXT_STATES[QuoteState(quote.state)]:
        raise Refused(_("Leg het citaat eerst terug bij wie het zei."))
    quote.state, quote.state_at = state, at
    quote.save(update_fields=["state", "state_at"])
    audit("comparison.quote", quote.factor.comparison, by, at, factor=number, state=str(state))


@action
def recommend(*, reference: str, advised: Advised, by: Actor, at: datetime) -> int:
    """Add a recommendation with the fragments it rests on; return its number."""
    comparison = comparison_of(reference, by)
    last = comparison.recommendations.order_by("-number").values_list("number", flat=True).first()
    if comparison.recommendations.count() >= MOST_RECOMMENDATIONS:
        raise Refused(_("Dit zijn genoeg aanbevelingen. Haal er eerst een weg."))
    made = Recommendation(comparison=comparison, number=(last or 0) + 1)
    _fill(made, advised, by)
    audit("comparison.recommend", comparison, by, at, number=made.number)
    return made.number


@action
def change_recommendation(
    *, reference: str, number: int, advised: Advised, by: Actor, at: datetime
) -> None:
    """Write a recommendation anew, with the fragments it rests on."""
    one = recommendation_of(reference, number, by)
    _fill(one, advised, by)
    audit("comparison.recommend", one.comparison, by, at, number=number)


@action
def withdraw_recommendation(*, reference: str, number: int, by: Actor, at: datetime) -> None:
    """Take a recommendation away."""
    one = recommendation_of(reference, number, by)
    comparison = one.comparison
    one.delete()
    audit("comparison.withdraw", comparison, by, at, number=number)


@action
def write_advice(
    *, reference: str, quadrant: ConcernQuadrant, text: str, by: Actor, at: datetime
) -> None:
    """Write the advice for a quadrant in words of one's own; empty: the shipped words again."""
    comparison = comparison_of(reference, by)
    words = told(text, TEXT_LIMIT, field="text")
    if words:
        QuadrantAdvice.objects.update_or_create(
            comparison=comparison, quadrant=quadrant, defaults={"text": words}
        )
    else:
        comparison.advice.filter(quadrant=quadrant).delete()
    audit("comparison.advice", comparison, by, at, quadrant=str(quadrant))


def _fill(one: Recommendation, advised: Advised, by: Actor) -> None:
    one.title = told(advised.title, TITLE_LIMIT, field="title", is_needed=True)
    one.text = told(advised.text, TEXT_LIMIT, field="text", is_needed=True)
    one.factor = None
    if advised.factor is not None:
        one.factor = factor_of(one.comparison.reference, advised.factor, by)
    if len(set(advised.fragment_ids)) > MOST_FRAGMENTS:
        message = _("Kies ten hoogste %(most)s fragmenten.") % {"most": MOST_FRAGMENTS}
        raise Refused(message, field="fragments")
    _must_be_there(one.comparison, advised.fragment_ids, by)
    one.save()
    one.fragments.set(advised.fragment_ids)


def _must_be_there(comparison: Comparison, fragment_ids: Sequence[int], by: Actor) -> None:
    """Refuse fragments that are not of the study, or that `by` may not let out."""
    known: int = going_out(by).filter(
        pk__in=list(fragment_ids), coding_pass__material__study_id=comparison.study_id
    ).count()  # fmt: skip
    if known != len(set(fragment_ids)):
        raise OutOfScope(_("Dit fragment is er niet."))


def _quote(row: ComparedFactor, quote_id: int) -> ChosenQuote:
    found = row.quotes.select_related("factor__comparison__study").filter(pk=quote_id).first()
    if found is None:
        raise OutOfScope(_("Dit citaat is er niet."))
    return found


def recommendation_of(reference: str, number: int, by: Actor) -> Recommendation:
    """Return a recommendation to change. OutOfScope when there is none."""
    found = comparison_of(reference, by).recommendations.filter(number=number).first()
    if found is None:
        raise OutOfScope(_("Deze aanbeveling is er niet."))
    return found
