# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making an agreement, and moving its day once."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement, AgreementEscalation, AgreementMove
from voelspriet.act.agenda.queries.rows import AgreementRow, agreement_row
from voelspriet.act.agenda.rules import (
    LONGEST_DAYS,
    REASON_LIMIT,
    WHAT_LIMIT,
    counted_days,
    directs,
    visible_agreements,
)
from voelspriet.act.initiatives.models import Initiative
from voelspriet.act.initiatives.rules.access import led_initiative
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.actions import set_waiting
from voelspriet.listen.intake.actions.reach import (
    directed,
    refuse_when_locked,
    refuse_when_withdrawn,
)
from voelspriet.listen.intake.choices import SignalStatus
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.status import may_step


@action
def make_agreement(
    *,
    signal_references: Sequence[str],
    area_id: int | None,
    organisation_id: int,
    contact: str,
    what: str,
    due_on: date,
    visibility: Visibility,
    by: Actor,
    at: datetime,
    initiative_reference: str = "",
    rng: random.Random = SYSTEM_RANDOM,
) -> AgreementRow:
    """Agree that an organisation does something by a day, because of signals or of none.

    With `initiative_reference` it helps that initiative, which keeps it. The area is that of the
    first signal, or of the initiative, unless `area_id` says otherwise. Signals that can wait,
    wait on the organisation from now. Refuses: a locked or withdrawn signal, no text or too
    much, a day gone by or more than 400 days away, a closed organisation, no area. OutOfScope:
    a signal or an area of which `by` is no adviser, an organisation of another municipality.
    """
    signals = [directed(reference, by) for reference in dict.fromkeys(signal_references)]
    for signal in signals:
        refuse_when_locked(signal)
        refuse_when_withdrawn(signal)
    initiative = led_initiative(initiative_reference, by) if initiative_reference else None
    area = _area(signals, initiative, area_id, by)
    organisation = _organisation(organisation_id, by)
    today = dutch_day(at)
    _must_be_ahead(due_on, today)
    agreement = Agreement.objects.create(
        municipality_id=organisation.municipality_id,
        area=area,
        reference=new_reference("A", rng=rng),
        organisation=organisation,
        contact=contact.strip()[:120],
        what=worded(what, WHAT_LIMIT, "what"),
        first_due_on=due_on,
        due_on=due_on,
        visibility=visibility,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
        **counted_days(at, due_on),
        follower_id=by.user_id,
        initiative=initiative,
    )
    agreement.signals.set(signals)
    for signal in signals:
        if may_step(signal, SignalStatus.WAITING):
            set_waiting(reference=signal.reference, waiting_on=organisation.name, by=by, at=at)
        if visibility != Visibility.INTERNAL:
            enqueue("replies.catch_up", signal_id=signal.pk)  # what is promised, in their language
    audit("agreement.make", agreement, by, at, due_on=due_on.isoformat(), signals=len(signals))
    return agreement_row(agreement, by=by, on=today)


@action
def move_agreement(*, reference: str, to_on: date, reason: str, by: Actor, at: datetime) -> None:
    """Move the day of a running agreement, once, with a reason.

    "Kept" stays measured against the first day. Refuses: a second move, an ended agreement, the
    same day, a day gone by or more than 400 days away, no reason. OutOfScope for anyone but the
    advisers of its area.
    """
    agreement = held_agreement(reference, by)
    if not directs(by, agreement):
        raise Refused(_("Alleen de adviseur van dit gebied verzet de dag."))
    if AgreementMove.objects.filter(agreement=agreement).exists():
        raise Refused(_("Deze afspraak is al één keer verzet. Rond hem af en maak een nieuwe."))
    if to_on == agreement.due_on:
        raise Refused(_("Dit is de dag die er al stond."), field="to_on")
    _must_be_ahead(to_on, dutch_day(at), field="to_on")
    AgreementMove.objects.create(
        agreement=agreement,
        from_on=agreement.due_on,
        to_on=to_on,
        reason=worded(reason, REASON_LIMIT, "reason"),
        at=at,
    )
    agreement.due_on = to_on
    agreement.save(update_fields=["due_on"])
    settle_escalations(agreement, at)
    audit("agreement.move", agreement, by, at, to_on=to_on.isoformat())


def settle_escalations(agreement: Agreement, at: datetime) -> None:
    """Take an agreement off the lists of who looked at it because it was late."""
    AgreementEscalation.objects.filter(agreement=agreement, settled_at__isnull=True).update(
        settled_at=at
    )


def held_agreement(reference: str, by: Actor) -> Agreement:
    """Return a running agreement `by` may see, held. Refuses an ended one; OutOfScope else."""
    found = visible_agreements(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Deze afspraak is er niet."))
    if found.state != AgreementState.OPEN:
        raise Refused(_("Deze afspraak is al afgerond."))
    return found


def worded(text: str, limit: int, field: str) -> str:
    """Return text as it is stored. Refuses nothing, and more than `limit` characters."""
    clean = text.strip()
    if not clean:
        raise Refused(_("Vul dit in."), field=field)
    if len(clean) > limit:
        raise Refused(
            _("Schrijf het korter: ten hoogste %(limit)s tekens.") % {"limit": limit}, field=field
        )
    return clean


def worded_or_empty(text: str, limit: int, field: str) -> str:
    """Return text as it is stored, or nothing. Refuses more than `limit` characters."""
    return worded(text, limit, field) if text.strip() else ""


def audit(name: str, agreement: Agreement, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of a deed to an agreement."""
    record(
        name,
        by=by,
        at=at,
        subject="agreement",
        reference=agreement.reference,
        municipality_id=agreement.municipality_id,
        organisation=agreement.organisation_id,
        **detail,
    )


def _area(
    signals: list[Signal], initiative: Initiative | None, area_id: int | None, by: Actor
) -> Area:
    chosen = area_id
    if chosen is None and signals:
        chosen = signals[0].responsible_area_id
    if chosen is None and initiative is not None:
        chosen = initiative.responsible_area_id
    if chosen is None:
        raise Refused(_("Kies voor welk gebied deze afspraak is."), field="area")
    if not by.advises(chosen):
        raise OutOfScope(_("Dit gebied is er niet."))
    return Area.objects.get(pk=chosen)


def _organisation(organisation_id: int, by: Actor) -> Organisation:
    found = Organisation.objects.filter(
        pk=organisation_id, municipality_id=by.municipality_id or 0
    ).first()
    if found is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    if not found.is_active:
        raise Refused(_("Deze organisatie is gesloten. Kies een andere."), field="organisation")
    return found


def _must_be_ahead(day: date, today: date, *, field: str = "due_on") -> None:
    if day < today:
        raise Refused(_("Kies een dag die nog komt."), field=field)
    if day > today + timedelta(days=LONGEST_DAYS):
        raise Refused(_("Kies een dag binnen een jaar."), field=field)
