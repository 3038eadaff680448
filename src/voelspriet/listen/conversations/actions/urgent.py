# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A worrying case: handed on at once, confirmed by name, or brought to the director."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.conversations.actions.studies import running_study
from voelspriet.listen.conversations.models import UrgentCase
from voelspriet.listen.conversations.rules.studies import URGENT_LIMIT, due_at, visible_cases

NAME_LIMIT = 120


@action
def hand_over_urgent(
    *,
    reference: str,
    organisation_id: int,
    text: str,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Hand a worrying case to a partner; return its reference.

    It waits for somebody of theirs to confirm by name, four working hours at most. Refuses no
    text; OutOfScope: an organisation that is closed or of another municipality.
    """
    study = running_study(reference, by)
    if not text.strip() or len(text) > URGENT_LIMIT:
        message = _("Vul dit in, met ten hoogste %(limit)s tekens.") % {"limit": URGENT_LIMIT}
        raise Refused(message, field="text")
    organisation = Organisation.objects.filter(
        pk=organisation_id, municipality_id=study.municipality_id, is_active=True
    ).first()
    if organisation is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    case = UrgentCase.objects.create(
        study=study,
        reference=new_reference("Z", rng=rng),
        organisation=organisation,
        text=text.strip(),
        handed_at=at,
        due_at=due_at(at),
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
    )
    _audit("urgent.hand_over", case, by, at, organisation=organisation.pk)
    return case.reference


@action
def confirm_urgent(*, reference: str, name: str, by: Actor, at: datetime) -> None:
    """Write down who of the partner has it now; from then only the fact is kept.

    A handler confirms for themselves, whatever `name` says; a researcher writes whom they spoke.
    Refuses no name, and a case that was confirmed. OutOfScope for anybody else.
    """
    case = visible_cases(by).select_for_update().filter(reference=reference).first()
    if case is None or not by.has(Role.RESEARCHER, Role.HANDLER):
        raise OutOfScope(_("Dit geval is er niet."))
    if case.confirmed_at is not None:
        raise Refused(_("Dit is al bevestigd."))
    own = by.has(Role.HANDLER) and case.organisation_id in by.organisation_ids
    confirmed_by = (by.name if own else name).strip()[:NAME_LIMIT]
    if not confirmed_by:
        raise Refused(_("Vul in wie het bevestigde."), field="name")
    case.confirmed_by, case.confirmed_at, case.text = confirmed_by, at, ""
    case.save(update_fields=["confirmed_by", "confirmed_at", "text"])
    _audit("urgent.confirm", case, by, at)


def escalate_urgent(*, by: Actor, at: datetime) -> int:
    """Bring every case nobody confirmed in time to the director; return how many were new."""
    late = UrgentCase.objects.filter(
        confirmed_at__isnull=True, escalated_at__isnull=True, due_at__lt=at
    )
    references = list(late.order_by("id").values_list("reference", flat=True))
    for reference in references:
        escalate_case(reference=reference, by=by, at=at)
    return len(references)


@action
def escalate_case(*, reference: str, by: Actor, at: datetime) -> None:
    """Write down that a case was not confirmed in time: the director sees it now."""
    case = UrgentCase.objects.select_for_update().get(reference=reference)
    if case.escalated_at is None and case.confirmed_at is None:
        case.escalated_at = at
        case.save(update_fields=["escalated_at"])
    _audit("urgent.escalate", case, by, at)


def _audit(name: str, case: UrgentCase, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="urgent_case",
        reference=case.reference,
        municipality_id=case.study.municipality_id,
        **detail,
    )
