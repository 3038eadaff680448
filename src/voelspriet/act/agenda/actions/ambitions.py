# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doing something for an ambition of a safety plan: an agreement in the one ledger."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import audit, make_agreement
from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.rules import directs, visible_agreements
from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.models import Ambition
from voelspriet.act.plans.queries.found import read_ambition
from voelspriet.act.plans.rules.access import writes_plans
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM

MOST_ACTIONS = 50


@dataclass(frozen=True, slots=True)
class AmbitionActionGiven:
    """Who does what by when, and for which area."""

    area_id: int
    organisation_id: int
    what: str
    due_on: date


@action
def agree_for_ambition(
    *,
    ambition_reference: str,
    given: AmbitionActionGiven,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Make an agreement for an ambition and return its reference; colleagues alone see it.

    Refuses: a closed plan, a full ambition, and what `make_agreement` refuses. OutOfScope: an
    ambition `by` may not read, an area of which `by` is no adviser.
    """
    one = _open_ambition(ambition_reference, by)
    made = make_agreement(
        signal_references=(),
        area_id=given.area_id,
        organisation_id=given.organisation_id,
        contact="",
        what=given.what,
        due_on=given.due_on,
        visibility=Visibility.INTERNAL,
        by=by,
        at=at,
        rng=rng,
    )
    agreement = Agreement.objects.get(reference=made.reference)
    agreement.ambitions.add(one)
    audit("agreement.link_ambition", agreement, by, at, ambition=one.reference)
    return made.reference


@action
def link_agreement(
    *, ambition_reference: str, agreement_reference: str, by: Actor, at: datetime
) -> None:
    """Say that an agreement is for an ambition.

    Refuses: a closed plan, a full ambition, an agreement `by` does not see (in the words for one
    that is not there), one linked already, and who neither writes the plan nor advises the area
    of the agreement. OutOfScope: an ambition `by` may not read.
    """
    one = _open_ambition(ambition_reference, by)
    agreement = _linked(agreement_reference, by)
    if agreement.ambitions.filter(pk=one.pk).exists():
        raise Refused(_("Deze afspraak staat hier al bij."), field="agreement")
    agreement.ambitions.add(one)
    audit("agreement.link_ambition", agreement, by, at, ambition=one.reference)


@action
def unlink_agreement(
    *, ambition_reference: str, agreement_reference: str, by: Actor, at: datetime
) -> None:
    """Say that an agreement is not for an ambition; the agreement itself stays as it is.

    Refuses a closed plan, and as `link_agreement` does.
    """
    one = _of_open_plan(ambition_reference, by)
    agreement = _linked(agreement_reference, by)
    agreement.ambitions.remove(one)
    audit("agreement.unlink_ambition", agreement, by, at, ambition=one.reference)


def _of_open_plan(reference: str, by: Actor) -> Ambition:
    one = read_ambition(reference, by)
    if one.plan.state == PlanState.CLOSED:
        raise Refused(_("Dit plan is afgesloten."))
    return one


def _open_ambition(reference: str, by: Actor) -> Ambition:
    one = _of_open_plan(reference, by)
    if one.agreements.count() >= MOST_ACTIONS:
        raise Refused(_("Er staan al %(most)s afspraken bij deze ambitie.")
                      % {"most": MOST_ACTIONS})  # fmt: skip
    return one


def _linked(reference: str, by: Actor) -> Agreement:
    typed = reference.strip().upper()
    found = visible_agreements(by).select_for_update().filter(reference=typed).first()
    if found is None:
        raise Refused(_("Deze afspraak is er niet."), field="agreement")
    if not (writes_plans(by) or directs(by, found)):
        raise Refused(
            _("Alleen wie aan het plan schrijft of het gebied adviseert, doet dit."),
            field="agreement",
        )
    return found
