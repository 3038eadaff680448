# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague enters what they heard, and gives the receipt."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions import note_heard
from voelspriet.act.agenda.choices import MeetingKind, MeetingState
from voelspriet.act.agenda.queries.meeting_detail import meeting_detail
from voelspriet.act.agenda.queries.meeting_rows import MeetingRow
from voelspriet.doors.workspace.access import staff
from voelspriet.doors.workspace.asker import Asker, asker
from voelspriet.doors.workspace.views.signals import UNPROCESSABLE, refuse
from voelspriet.ground.areas.queries import area_rows
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.ui.receipts import receipt_card
from voelspriet.listen.intake.actions import enter_signal
from voelspriet.listen.intake.actions.entering import ENTERING_ROLES
from voelspriet.listen.intake.choices import Channel
from voelspriet.listen.intake.forms.entry import EntryForm
from voelspriet.listen.intake.queries import signal_rows
from voelspriet.listen.intake.queries.codes import receipt_facts

ON_FOOT = (MeetingKind.WALK, MeetingKind.ROUND)


@staff(*ENTERING_ROLES)
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Show the short form; after sending, the receipt to give or print.

    With `?bijeenkomst=` it was heard at that meeting, which keeps it.
    """
    who = asker(request)
    meeting = _meeting(request, who)
    form = _form(request, who, meeting)
    if request.method == "POST" and form.is_valid():
        try:
            receipt = enter_signal(entry=form.entry(), by=who.by, at=who.at)
            if meeting:
                note_heard(
                    reference=meeting.reference, signal=receipt.reference, by=who.by, at=who.at
                )
        except OutOfScope:
            raise
        except Refused as error:
            refuse(form, error)
        else:
            mine = signal_rows(references=(receipt.reference,), by=who.by, on=who.on)
            context: dict[str, Any] = {
                "card": receipt_card(receipt.code, path=reverse("public:follow")),
                "facts": receipt_facts(code=receipt.code),
                "row": mine[0] if mine else None,
                "reference": receipt.reference,
                "meeting": meeting,
            }
            return render(request, "workspace/entered.html", context)
    status = UNPROCESSABLE if form.is_bound else 200
    shown = {"form": form, "meeting": meeting}
    return render(request, "workspace/enter.html", shown, status=status)


def _meeting(request: HttpRequest, who: Asker) -> MeetingRow | None:
    """Return the meeting at which it was heard; only its adviser can say so."""
    reference = request.GET.get("bijeenkomst", "")
    if not reference:
        return None
    detail = meeting_detail(reference=reference, by=who.by, at=who.at)
    if not detail.may_lead or detail.meeting.state == MeetingState.CANCELLED:
        raise Http404
    return detail.meeting


def _form(request: HttpRequest, who: Asker, meeting: MeetingRow | None) -> EntryForm:
    if who.by.municipality_id is None:
        raise Http404
    own = [area for area in area_rows(ids=who.by.area_ids) if area.level == "neighbourhood"]
    return EntryForm(
        request.POST or None,
        initial={
            "submission": secrets.token_urlsafe(24),
            **({"channel": Channel.WALK} if meeting and meeting.kind in ON_FOOT else {}),
        },
        municipality_id=who.by.municipality_id,
        own_area=own[0].id if len(own) == 1 else None,
    )
