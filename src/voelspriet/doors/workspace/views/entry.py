# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague enters what they heard, and gives the receipt."""

from __future__ import annotations

import secrets

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import staff
from voelspriet.doors.workspace.asker import Asker, asker
from voelspriet.doors.workspace.views.signals import UNPROCESSABLE, refuse
from voelspriet.ground.areas.queries import area_rows
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.ui.receipts import receipt_card
from voelspriet.listen.intake.actions import enter_signal
from voelspriet.listen.intake.actions.entering import ENTERING_ROLES
from voelspriet.listen.intake.forms.entry import EntryForm
from voelspriet.listen.intake.queries import signal_rows
from voelspriet.listen.intake.queries.codes import receipt_facts


@staff(*ENTERING_ROLES)
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Show the short form; after sending, the receipt to give or print."""
    who = asker(request)
    form = _form(request, who)
    if request.method == "POST" and form.is_valid():
        try:
            receipt = enter_signal(entry=form.entry(), by=who.by, at=who.at)
        except OutOfScope:
            raise
        except Refused as error:
            refuse(form, error)
        else:
            mine = signal_rows(references=(receipt.reference,), by=who.by, on=who.on)
            context = {
                "card": receipt_card(receipt.code, path=reverse("public:follow")),
                "facts": receipt_facts(code=receipt.code),
                "row": mine[0] if mine else None,
                "reference": receipt.reference,
            }
            return render(request, "workspace/entered.html", context)
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "workspace/enter.html", {"form": form}, status=status)


def _form(request: HttpRequest, who: Asker) -> EntryForm:
    if who.by.municipality_id is None:
        raise Http404
    own = [area for area in area_rows(ids=who.by.area_ids) if area.level == "neighbourhood"]
    return EntryForm(
        request.POST or None,
        initial={"submission": secrets.token_urlsafe(24)},
        municipality_id=who.by.municipality_id,
        own_area=own[0].id if len(own) == 1 else None,
    )
