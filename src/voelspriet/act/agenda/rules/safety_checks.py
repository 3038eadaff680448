# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees, writes and replies to a safety check."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from voelspriet.act.agenda.models import SafetyCheck
from voelspriet.act.agenda.rules.agreements import READS_ALL
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role

PLAN_LIMIT = 160
ADVICE_LIMIT = 1000
REPLY_LIMIT = 600
WORDS_LIMIT = 300
WRITES_ALL = (Role.DIRECTOR, Role.POLICY_ADVISER)


def advises_on(by: Actor, area_id: int) -> bool:
    """Tell whether `by` may check plans for an area: its advisers, director, policy adviser."""
    return by.is_staff and (by.has(*WRITES_ALL) or by.advises(area_id))


def replies_to(by: Actor, check: SafetyCheck) -> bool:
    """Tell whether `by` may write what the department does: its own people, or who advised."""
    if by.municipality_id != check.municipality_id:
        return False
    own = by.has(Role.HANDLER) and check.department_id in by.organisation_ids
    return own or advises_on(by, check.area_id)


def visible_checks(by: Actor) -> QuerySet[SafetyCheck]:
    """Return the checks `by` may see.

    Director, policy adviser and executive those of the municipality, advisers those of their
    areas, handlers those of their organisations.
    """
    if not by.is_staff or by.municipality_id is None:
        return SafetyCheck.objects.none()
    here = SafetyCheck.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    parties = sorted(by.organisation_ids) if by.has(Role.HANDLER) else []
    return here.filter(Q(area_id__in=areas) | Q(department_id__in=parties))
