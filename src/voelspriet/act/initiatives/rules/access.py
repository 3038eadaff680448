# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see and lead an initiative, and read the words of who began it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.initiatives.models import AreaBudget, Initiative
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

READS_ALL = (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)
KEEPS_BUDGETS = (Role.POLICY_ADVISER,)


def leads(by: Actor, initiative: Initiative) -> bool:
    """Tell whether `by` is an adviser of the area that answers."""
    return by.municipality_id == initiative.municipality_id and by.advises(
        initiative.responsible_area_id
    )


def visible_initiatives(by: Actor) -> QuerySet[Initiative]:
    """Return the initiatives `by` may see: advisers their areas', those who read along the town's.

    What a resident wrote is for the advisers alone: whoever shows a row asks `leads` as well.
    """
    if not by.is_staff or by.municipality_id is None:
        return Initiative.objects.none()
    here = Initiative.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    if by.has(Role.AREA_ADVISER):
        return here.filter(responsible_area_id__in=sorted(by.area_ids))
    return Initiative.objects.none()


def led_initiative(reference: str, by: Actor) -> Initiative:
    """Return an initiative `by` leads, held in this transaction.

    Refuses who only reads along, and one that was taken back; OutOfScope for everybody else.
    """
    found = visible_initiatives(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit initiatief is er niet."))
    if not leads(by, found):
        raise Refused(_("Alleen de adviseur van dit gebied gaat over dit initiatief."))
    if found.withdrawn_at is not None:
        raise Refused(_("Dit initiatief is ingetrokken."))
    return found


def visible_budgets(by: Actor) -> QuerySet[AreaBudget]:
    """Return the budgets `by` may see: advisers their areas', those who read along the town's."""
    if not by.is_staff or by.municipality_id is None:
        return AreaBudget.objects.none()
    here = AreaBudget.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    if by.has(Role.AREA_ADVISER):
        return here.filter(area_id__in=sorted(by.area_ids))
    return AreaBudget.objects.none()
