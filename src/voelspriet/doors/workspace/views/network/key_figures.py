# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking somebody to be a key figure, and one key figure's page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.areas.queries import area_row
from voelspriet.ground.network import actions
from voelspriet.ground.network.forms.areas import InviteForm, WhyForm
from voelspriet.ground.network.queries import key_figures as reading
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.ui.receipts import receipt_card
from voelspriet.lib.working_days import dutch_day

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def invite(request: StaffRequest, area_id: int) -> HttpResponseBase:
    """Ask in which role somebody is invited, and show the code to hand over, once."""
    area = area_row(id=area_id)
    if area is None or not request.actor.advises(area_id):
        raise Http404
    form = InviteForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            code = actions.invite_key_figure(
                area_id=area_id, role=form.cleaned_data["role"], by=request.actor, at=request.at
            )
            card = receipt_card(code, path=reverse("public:key_figure"))
            context = {"card": card, "area": area, "role": form.cleaned_data["role"]}
            return render(request, "workspace/key_figure_invited.html", context)
    status = UNPROCESSABLE if form.errors else 200
    return render(
        request, "workspace/key_figure_new.html", {"form": form, "area": area}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def key_figure(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one key figure; with a reason, how to reach them, once."""
    row = reading.key_figure(reference=reference, by=request.actor, on=dutch_day(request.at))
    context: dict[str, Any] = {"row": row, "form": WhyForm()}
    deed = request.POST.get("deed", "")
    if request.method != "POST":
        return render(request, "workspace/key_figure.html", context)
    if deed == "take_back":
        return _taken_back(request, reference, row.area_id)
    if deed != "contact":
        raise Http404
    form = context["form"] = WhyForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            context["contact"] = actions.read_key_figure(
                reference=reference,
                reason=form.cleaned_data["reason"],
                by=request.actor,
                at=request.at,
            )
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workspace/key_figure.html", context, status=status)


def _taken_back(request: StaffRequest, reference: str, area_id: int) -> HttpResponseBase:
    try:
        actions.take_back_invitation(reference=reference, by=request.actor, at=request.at)
        messages.success(request, _("De vraag is ingetrokken. De code werkt niet meer."))
    except OutOfScope:
        raise
    except Refused as refused:
        messages.error(request, refused.reason)
    return redirect("workspace:network_area", area_id)
