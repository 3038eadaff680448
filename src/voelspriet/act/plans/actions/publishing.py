# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letting everybody read a plan, and taking it back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.plans.actions.plans import audit
from voelspriet.act.plans.choices import PlanState, PlanVisibility
from voelspriet.act.plans.models import Plan
from voelspriet.act.plans.queries.public_plans import pointing_in
from voelspriet.act.plans.rules.access import visible_plans, writes_plans
from voelspriet.act.plans.rules.publishing import digest_of
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def publish_plan(*, reference: str, has_looked: bool, by: Actor, at: datetime) -> None:
    """Let everybody read a plan. The sentences that were looked at are known from then on.

    Refuses a plan in preparation, one that is public already, and words that may point at a person
    as long as nobody looked at them.
    """
    plan = _own_plan(reference, by)
    if plan.state == PlanState.DRAFT:
        raise Refused(
            _("Dit plan is nog niet vastgesteld. Schrijf eerst het besluit van de raad op; daarna"
              " kan het openbaar.")
        )  # fmt: skip
    if plan.visibility == PlanVisibility.PUBLIC:
        raise Refused(_("Dit plan is al openbaar."))
    found = pointing_in(plan, on=dutch_day(at))
    if found and not has_looked:
        raise Refused(
            _("Er staan zinnen in die naar een persoon kunnen wijzen. Kijk ze eerst na."),
            field="has_looked",
        )
    Plan.objects.filter(pk=plan.pk).update(
        visibility=PlanVisibility.PUBLIC, looked_at=[digest_of(text) for text in found]
    )
    audit("plan.publish", plan, by, at, looked_at=len(found))


@action
def show_sentences(*, reference: str, seen: Collection[str], by: Actor, at: datetime) -> None:
    """Let residents read sentences that may point at a person, because somebody looked at them.

    `seen` names the sentences by digest: one that was changed meanwhile goes on waiting. Refuses
    a plan that is not public.
    """
    plan = _own_plan(reference, by)
    if plan.visibility != PlanVisibility.PUBLIC:
        raise Refused(_("Dit plan is niet openbaar."))
    known = {*plan.looked_at, *seen}
    found = [digest_of(text) for text in pointing_in(plan, on=dutch_day(at))]
    looked_at = [one for one in found if one in known]
    Plan.objects.filter(pk=plan.pk).update(looked_at=looked_at)
    audit("plan.look", plan, by, at, looked_at=len(set(looked_at) - set(plan.looked_at)))


@action
def take_back_plan(*, reference: str, by: Actor, at: datetime) -> None:
    """Let only colleagues read a plan again. Refuses one that is not public."""
    plan = _own_plan(reference, by)
    if plan.visibility != PlanVisibility.PUBLIC:
        raise Refused(_("Dit plan is niet openbaar."))
    Plan.objects.filter(pk=plan.pk).update(visibility=PlanVisibility.COLLEAGUES)
    audit("plan.take_back", plan, by, at)


def _own_plan(reference: str, by: Actor) -> Plan:
    """Return a plan of somebody who writes plans, held; a closed one can be shown or not as well.

    Refuses who only reads along; OutOfScope for everybody else.
    """
    plan = visible_plans(by).select_for_update().filter(reference=reference).first()
    if plan is None:
        raise OutOfScope(_("Dit plan is er niet."))
    if not writes_plans(by):
        raise Refused(_("Alleen een beleidsadviseur maakt een plan openbaar."))
    return plan
