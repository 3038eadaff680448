# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague enters an initiative a resident told of, and gives the receipt."""

from __future__ import annotations

from secrets import token_urlsafe

from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from voelspriet.act.initiatives.actions import enter_initiative
from voelspriet.act.initiatives.forms.entering import EnterInitiativeForm
from voelspriet.act.initiatives.queries.codes import initiative_id_of
from voelspriet.act.initiatives.queries.following import start_facts
from voelspriet.act.initiatives.queries.initiatives import may_open
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.areas.queries import area_rows
from voelspriet.ground.ui.receipts import receipt_card
from voelspriet.listen.intake.actions.entering import ENTERING_ROLES
from voelspriet.listen.intake.told import Receipt


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff(*ENTERING_ROLES)
def enter(request: StaffRequest) -> HttpResponseBase:
    """Show the short form; after sending, the receipt to give or print."""
    if request.actor.municipality_id is None:
        raise Http404
    own = [row for row in area_rows(ids=request.actor.area_ids) if row.level == "neighbourhood"]
    form = EnterInitiativeForm(
        request.POST or None,
        municipality_id=request.actor.municipality_id,
        own_area=own[0].id if len(own) == 1 else None,
        initial={"submission": token_urlsafe(24)},
    )
    if form.is_valid():
        with refusals_on(form):
            receipt = enter_initiative(
                told=form.told(),
                channel=form.cleaned_data["channel"],
                by=request.actor,
                at=request.at,
            )
            return _given(request, receipt)
    status = 422 if form.errors else 200
    return render(request, "workspace/initiative_enter.html", {"form": form}, status=status)


def _given(request: StaffRequest, receipt: Receipt) -> HttpResponseBase:
    context = {
        "card": receipt_card(receipt.code, path=reverse("public:follow")),
        "facts": start_facts(initiative_id=initiative_id_of(code=receipt.code) or 0),
        "reference": receipt.reference,
        "may_open": may_open(reference=receipt.reference, by=request.actor),
    }
    return render(request, "workspace/initiative_entered.html", context)
