# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a new agreement before anything is typed: from signals, initiative or work."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.forms import START_DAY
from voelspriet.act.agenda.queries.making import GroundRow
from voelspriet.act.agenda.queries.of_initiatives import InitiativeToAgree, initiative_to_agree
from voelspriet.act.agenda.queries.works import work_to_ask
from voelspriet.act.agenda.rules import WHAT_LIMIT
from voelspriet.doors.workspace.access import StaffRequest
from voelspriet.listen.intake.queries.routing import RuleRow, suggested_route


def route_for(request: StaffRequest, ground: tuple[GroundRow, ...]) -> RuleRow | None:
    """Return who usually does what the first signal is about."""
    if not ground:
        return None
    first = ground[0]
    return suggested_route(category=first.category, area_id=first.area_id, by=request.actor)


def initiative_for(request: StaffRequest, reference: str) -> InitiativeToAgree | None:
    """Return the initiative this helps; what one does not lead is not there."""
    if not reference:
        return None
    found = initiative_to_agree(reference=reference, by=request.actor)
    if found is None:
        raise Http404
    return found


def start_of(
    ground: tuple[GroundRow, ...], route: RuleRow | None, initiative: InitiativeToAgree | None
) -> dict[str, Any]:
    """Return where, for whom and by whom, as far as it follows from what is behind it."""
    start: dict[str, Any] = {"day": START_DAY, "visibility": Visibility.REPORTERS}
    if ground:
        start["area"] = ground[0].area_id
    elif initiative:
        start["area"] = initiative.area_id
    else:
        start["visibility"] = Visibility.INTERNAL
    if route is not None:
        start |= {"organisation": route.organisation_id, "contact": route.contact}
    return start


def asked_of_work(request: StaffRequest, reference: str) -> dict[str, Any]:
    """Return what asks whoever plans a work whether it can come forward."""
    work = work_to_ask(reference=reference, by=request.actor) if reference else None
    if work is None:
        return {}
    words = _("Kijken of dit werk eerder kan: %(what)s. Nu gepland vanaf %(day)s.")
    asked = words % {"what": work.what, "day": date_format(work.starts_on, "j F Y")}
    start: dict[str, Any] = {"what": asked[:WHAT_LIMIT]}
    if work.organisation_id is not None:
        start |= {"organisation": work.organisation_id, "contact": ""}
    return start
