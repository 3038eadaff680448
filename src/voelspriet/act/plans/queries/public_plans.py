# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a plan as everybody may: its page, a page per theme, and the preview for colleagues.

Never read here: who follows or measured, notes, comments, what an ambition lacks, what a moment
is called and what came of it, candidates and remarks of a budget.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, QuerySet

from voelspriet.act.plans.choices import MomentPurpose, PlanState, PlanVisibility
from voelspriet.act.plans.models import Ambition, Plan, Theme
from voelspriet.act.plans.queries.found import read_plan
from voelspriet.act.plans.queries.public_money import public_money
from voelspriet.act.plans.queries.public_rows import (
    PublicCriterion,
    PublicDecision,
    PublicMoment,
    PublicPlan,
    PublicTheme,
    public_ambition,
    without,
)
from voelspriet.act.plans.rules.access import writes_plans
from voelspriet.act.plans.rules.publishing import digest_of, held_back, pointing, public_plans
from voelspriet.ground.privacy.actors import Actor

MOST_LINKS, MOST_MOMENTS = 3, 3
# what comes back every so often says nothing without its name, and that is of colleagues
TOLD = [purpose for purpose in MomentPurpose if purpose != MomentPurpose.RECURRING]


@dataclass(frozen=True, slots=True)
class PlanLink:
    """A public plan to go to."""

    reference: str
    title: str
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class PublicThemePage:
    """A theme with the plan it stands in."""

    plan: PlanLink
    theme: PublicTheme
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What residents see or would see. `pointing`: sentences that may point at a person.

    Of a public plan those that wait until somebody looked at them: `shown` leaves them out.
    """

    reference: str
    shown: PublicPlan
    is_public: bool
    is_adopted: bool
    may_write: bool
    pointing: tuple[str, ...]

    @property
    def seen(self) -> tuple[str, ...]:
        """Return by what the sentences to look at are known."""
        return tuple(digest_of(text) for text in self.pointing)


def public_plan_links(*, municipality_id: int) -> tuple[PlanLink, ...]:
    """Return the public plans of a municipality, the newest period first."""
    found = public_plans(municipality_id).order_by("-first_year", "-id")
    return tuple(_link(plan) for plan in found[:MOST_LINKS])


def public_plan(*, municipality_id: int, reference: str, on: date) -> PublicPlan | None:
    """Return a plan everybody may read; None for one that is not public or is not there."""
    plan = public_plans(municipality_id).filter(reference=reference).first()
    return _shown(plan, on) if plan else None


def public_theme(
    *, municipality_id: int, plan_reference: str, reference: str, on: date
) -> PublicThemePage | None:
    """Return a theme of a plan everybody may read; None for any other."""
    plan = public_plans(municipality_id).filter(reference=plan_reference).first()
    theme = _themes(plan).filter(reference=reference).first() if plan else None
    if plan is None or theme is None:
        return None
    told = _theme(theme, on)
    back = held_back(told.texts(), plan.looked_at)
    return PublicThemePage(_link(plan), without(told, back), is_held=bool(back))


def plan_preview(*, reference: str, by: Actor, on: date) -> PlanPreview:
    """Return what residents would see of a plan `by` may read. Raises OutOfScope for any other."""
    plan = read_plan(reference, by)
    is_public = plan.visibility == PlanVisibility.PUBLIC
    whole = _plan(plan, on)
    back = held_back(whole.texts(), plan.looked_at) if is_public else pointing(whole.texts())
    return PlanPreview(
        reference=reference,
        shown=replace(without(whole, back), is_held=bool(back)) if is_public else whole,
        is_public=is_public,
        is_adopted=plan.state != PlanState.DRAFT,
        may_write=writes_plans(by),
        pointing=back,
    )


def waiting_sentences(*, reference: str, by: Actor, on: date) -> tuple[str, ...]:
    """Return the sentences of a public plan that residents do not see until somebody looked.

    None of a plan that is not public. Raises OutOfScope for one `by` may not read.
    """
    plan = read_plan(reference, by)
    if plan.visibility != PlanVisibility.PUBLIC:
        return ()
    return held_back(_plan(plan, on).texts(), plan.looked_at)


def pointing_in(plan: Plan, *, on: date) -> tuple[str, ...]:
    """Return what everybody would read of a plan that may point at a person."""
    return pointing(_plan(plan, on).texts())


def _link(plan: Plan) -> PlanLink:
    link = PlanLink(plan.reference, plan.title, plan.first_year, plan.last_year)
    return without(link, held_back((plan.title,), plan.looked_at))


def _shown(plan: Plan, on: date) -> PublicPlan:
    """Return a plan without the sentences that nobody looked at."""
    whole = _plan(plan, on)
    back = held_back(whole.texts(), plan.looked_at)
    return replace(without(whole, back), is_held=bool(back))


def _themes(plan: Plan) -> QuerySet[Theme]:
    ambitions = Ambition.objects.order_by("position", "id").prefetch_related("measurements")
    return plan.themes.order_by("position").prefetch_related(
        "measures", Prefetch("ambitions", queryset=ambitions)
    )


def _theme(theme: Theme, on: date) -> PublicTheme:
    measures = sorted(theme.measures.all(), key=lambda one: one.position)
    return PublicTheme(
        reference=theme.reference,
        label=theme.label,
        motto=theme.motto,
        challenge=theme.challenge,
        approach=tuple(one.text for one in measures),
        ambitions=tuple(public_ambition(one, on=on) for one in theme.ambitions.all()),
    )


def _plan(plan: Plan, on: date) -> PublicPlan:
    overall = plan.ambitions.filter(theme=None).order_by("position", "id")
    return PublicPlan(
        reference=plan.reference,
        title=plan.title,
        motto=plan.motto,
        first_year=plan.first_year,
        last_year=plan.last_year,
        is_closed=plan.state == PlanState.CLOSED,
        vision=plan.vision,
        overall=tuple(
            public_ambition(one, on=on) for one in overall.prefetch_related("measurements")
        ),
        themes=tuple(_theme(one, on) for one in _themes(plan)),
        moments=_moments(plan, on),
        decisions=tuple(
            PublicDecision(one.body, one.decided_on, one.what, one.document, one.amendment)
            for one in plan.decisions.order_by("decided_on", "id")
        ),
        criteria=tuple(
            PublicCriterion(one.text, one.set_on, one.finding, one.reported_on)
            for one in plan.criteria.order_by("set_on", "id")
        ),
        money=public_money(plan),
    )


def _moments(plan: Plan, on: date) -> tuple[PublicMoment, ...]:
    """Return what is due next; of a closed plan nothing is."""
    if plan.state == PlanState.CLOSED:
        return ()
    waiting = plan.moments.filter(held_on__isnull=True, purpose__in=TOLD).order_by("due_on", "id")
    return tuple(
        PublicMoment(one.purpose, one.due_on, one.due_on < on) for one in waiting[:MOST_MOMENTS]
    )
