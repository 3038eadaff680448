# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Actions of a priority: a promise in the one ledger, when work began, what came of it."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.area_agendas import audit_agenda, brief
from voelspriet.act.agenda.actions.making import make_agreement, worded
from voelspriet.act.agenda.actions.priorities import ENDED, led_priority
from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models import (
    Agreement,
    Priority,
    PriorityAction,
    PriorityActionText,
)
from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE
from voelspriet.act.agenda.rules.area_agendas import (
    ACTION_LIMIT,
    ACTION_NUMBERS,
    MEASURE_LIMIT,
    MOST_PARTNERS,
    OUTCOME_LIMIT,
)
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM
from voelspriet.lib.working_days import dutch_day


@dataclass(frozen=True, slots=True)
class ActionGiven:
    """Who does what by when, how one sees that it is done, and with whom."""

    organisation_id: int
    what: str
    due_on: date
    measure: str = ""
    partner_ids: Collection[int] = ()
    contact: str = ""
    is_public: bool = True


@action
def add_action(
    *,
    priority_reference: str,
    given: ActionGiven,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Promise an action for a priority and return the reference of its agreement.

    The priority runs from now. Refuses: a fourth, an ended priority, what does not fit on one sheet
    (a long text, more than two partners), and what `make_agreement` refuses. OutOfScope: a
    partner of another municipality, and for anyone but the advisers of its area.
    """
    priority = led_priority(priority_reference, by)
    if priority.state in ENDED:
        raise Refused(_("Deze prioriteit is afgerond."))
    number = _free_number(priority)
    measure = brief(given.measure, MEASURE_LIMIT, "measure")
    partners = _partners(given, by)
    made = make_agreement(
        signal_references=(),
        area_id=priority.agenda.area_id,
        organisation_id=given.organisation_id,
        contact=given.contact,
        what=worded(given.what, ACTION_LIMIT, "what"),
        due_on=given.due_on,
        visibility=Visibility.PUBLIC if given.is_public else Visibility.INTERNAL,
        by=by,
        at=at,
        rng=rng,
    )
    row = PriorityAction.objects.create(
        priority=priority,
        agreement=Agreement.objects.get(reference=made.reference),
        number=number,
        made_at=at,
    )
    row.partners.set(partners)
    PriorityActionText.objects.create(action=row, language=SOURCE_LANGUAGE, measure=measure)
    if priority.state == PriorityState.PROPOSED:
        priority.state = PriorityState.RUNNING
        priority.save(update_fields=["state"])
    audit_agenda("priority.add_action", priority.agenda, by, at, agreement=made.reference)
    return made.reference


@action
def start_action(*, priority_reference: str, action_id: int, by: Actor, at: datetime) -> None:
    """Say that work on an action began. Refuses an ended one and one that began already."""
    row = _action(priority_reference, action_id, by)
    if row.agreement.state != AgreementState.OPEN:
        raise Refused(_("Deze afspraak is al afgerond."))
    if row.started_on is not None:
        raise Refused(_("Hier is al aan begonnen."))
    row.started_on = dutch_day(at)
    row.save(update_fields=["started_on"])
    audit_agenda("priority.start_action", row.priority.agenda, by, at, number=row.number)


@action
def tell_outcome(
    *, priority_reference: str, action_id: int, outcome: str, by: Actor, at: datetime
) -> None:
    """Write for residents what came of an ended action, or why it was not done.

    Empty takes it away. What colleagues wrote in the agreement is never shown to residents by
    itself. Refuses: an action that still runs, more than 100 characters.
    """
    row = _action(priority_reference, action_id, by)
    if row.agreement.state == AgreementState.OPEN:
        raise Refused(_("Rond eerst de afspraak af."), field="outcome")
    PriorityActionText.objects.update_or_create(
        action=row,
        language=SOURCE_LANGUAGE,
        defaults={"outcome": brief(outcome, OUTCOME_LIMIT, "outcome")},
    )
    audit_agenda("priority.tell_outcome", row.priority.agenda, by, at, number=row.number)


def _action(priority_reference: str, action_id: int, by: Actor) -> PriorityAction:
    priority = led_priority(priority_reference, by)
    found = priority.actions.filter(pk=action_id).select_related("agreement").first()
    if found is None:
        raise OutOfScope(_("Deze actie is er niet."))
    return found


def _free_number(priority: Priority) -> int:
    taken = set(priority.actions.values_list("number", flat=True))
    free = [number for number in ACTION_NUMBERS if number not in taken]
    if not free:
        raise Refused(_("Er staan al drie acties bij deze prioriteit. Meer past niet op één blad."))
    return free[0]


def _partners(given: ActionGiven, by: Actor) -> list[Organisation]:
    wanted = {pk for pk in given.partner_ids if pk != given.organisation_id}
    if len(wanted) > MOST_PARTNERS:
        raise Refused(
            _("Kies ten hoogste twee partners. Meer past niet op één blad."), field="partners"
        )
    found = Organisation.objects.filter(pk__in=wanted, municipality_id=by.municipality_id or 0)
    rows = list(found.order_by("name", "id"))
    if len(rows) != len(wanted):
        raise OutOfScope(_("Deze organisatie is er niet."))
    return rows
