# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the adviser of a meeting does on its page, by the name a form sends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.act.agenda import actions
from voelspriet.doors.workspace.access import StaffRequest

Given = dict[str, Any]
Run = Callable[[StaffRequest, str, Given], None]


def _change(request: StaffRequest, reference: str, given: Given) -> None:
    actions.change_meeting(
        reference=reference,
        starts_at=given["starts_at"],
        minutes=given["minutes"],
        place=given["place"],
        reason=given["reason"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De bijeenkomst is gewijzigd."))


def _cancel(request: StaffRequest, reference: str, given: Given) -> None:
    actions.cancel_meeting(
        reference=reference, reason=given["reason"], by=request.actor, at=request.at
    )
    messages.success(request, _("De bijeenkomst gaat niet door."))


def _hold(request: StaffRequest, reference: str, given: Given) -> None:
    actions.hold_meeting(
        reference=reference, came=given["form"].came(), by=request.actor, at=request.at
    )
    messages.success(request, _("Opgeschreven dat de bijeenkomst is geweest."))


def _add(request: StaffRequest, reference: str, given: Given) -> None:
    actions.add_point(
        reference=reference,
        text=given["text"],
        is_about_people=given["is_about_people"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Het punt staat op de agenda."))


def _close(request: StaffRequest, reference: str, given: Given) -> None:
    actions.close_point(
        reference=reference,
        point=given["deed"].split("-", 1)[1],
        outcome=given["outcome"],
        is_decision=given["is_decision"],
        heard=given.get("heard", ""),
        heard_how=given.get("heard_how", ""),
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Het punt is besproken."))


def _minute(request: StaffRequest, reference: str, given: Given) -> None:
    actions.add_minute(
        reference=reference,
        text=given["text"],
        is_decision=given["is_decision"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De regel staat erbij."))


def _about(request: StaffRequest, reference: str, given: Given) -> None:
    actions.write_about(
        reference=reference,
        language=given["deed"].split("-", 1)[1],
        about=given["about"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De tekst is bewaard."))


def _invite(request: StaffRequest, reference: str, given: Given) -> None:
    actions.invite_organisations(
        reference=reference,
        organisation_ids=given["organisations"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Bewaard wie is uitgenodigd."))


def _along(request: StaffRequest, reference: str, given: Given) -> None:
    moved = actions.take_points_along(
        reference=reference, to_reference=given["to"], by=request.actor, at=request.at
    )
    said = ngettext("%(moved)s punt ging mee.", "%(moved)s punten gingen mee.", moved)
    messages.success(request, said % {"moved": moved})


DEEDS: dict[str, Run] = {
    "change": _change,
    "cancel": _cancel,
    "hold": _hold,
    "point": _add,
    "close": _close,
    "minute": _minute,
    "about": _about,
    "invite": _invite,
    "along": _along,
}
