# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""To whom an agreement was promised, and which late ones somebody higher looks at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.models import Agreement, AgreementEscalation
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.evenings.models import EveningPromise
from voelspriet.listen.intake.choices import EscalationLevel
from voelspriet.listen.intake.queries.lateness import to_look_at
from voelspriet.listen.intake.rules.clocks import days_late

MOST_ROWS = 50


@dataclass(frozen=True, slots=True)
class LateAgreementRow:
    """A late agreement that went up: which one, whose, and for how long."""

    reference: str
    what: str
    organisation_name: str
    area_name: str
    level_label: str
    due_on: date
    days_late: int


def made_to(agreement: Agreement) -> str:
    """Return in words to whom an agreement was promised: follows from where it was made."""
    reporters = agreement.signals.count()
    if reporters and agreement.visibility != Visibility.INTERNAL:
        return ngettext("%(count)s melder", "%(count)s melders", reporters) % {"count": reporters}
    if agreement.initiative_id is not None and agreement.visibility != Visibility.INTERNAL:
        return _("wie het initiatief begon")
    if EveningPromise.objects.filter(agreement_reference=agreement.reference).exists():
        return _("de zaal op een bewonersavond in %(area)s") % {"area": agreement.area.name}
    if agreement.visibility == Visibility.PUBLIC:
        return _("iedereen in %(area)s") % {"area": agreement.area.name}
    if agreement.meetings.exists():
        return _("wie bij de bijeenkomst was")
    return _("de adviseurs van %(area)s") % {"area": agreement.area.name}


def escalated_agreements(
    *, by: Actor, on: date, limit: int = MOST_ROWS
) -> tuple[LateAgreementRow, ...]:
    """Return the late agreements a director or executive must look at, the oldest day first.

    An executive those that reached the executive. Nobody else gets any.
    """
    found = to_look_at(AgreementEscalation.objects.all(), owner="agreement", by=by)
    rows = found.select_related("agreement__area", "agreement__organisation")
    return tuple(_row(one, on) for one in rows[:limit])


def _row(one: AgreementEscalation, on: date) -> LateAgreementRow:
    agreement = one.agreement
    return LateAgreementRow(
        reference=agreement.reference,
        what=agreement.what,
        organisation_name=agreement.organisation.name,
        area_name=agreement.area.name,
        level_label=str(EscalationLevel(one.level).label),
        due_on=one.due_on,
        days_late=days_late(one.due_on, on),
    )
