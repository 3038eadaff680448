# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing what each domain can do in a phase."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.tension.actions import reset_help, write_help
from voelspriet.understand.tension.choices import Domain, Phase
from voelspriet.understand.tension.forms import HelpForm, PhaseForm
from voelspriet.understand.tension.queries import help_for


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.POLICY_ADVISER)
def tension_help(request: StaffRequest) -> HttpResponseBase:
    """Show what each domain can do in one phase, and change one of them."""
    choose = PhaseForm(request.GET)
    phase = Phase((choose.cleaned_data["fase"] if choose.is_valid() else "") or Phase.REST)
    bound: HelpForm | None = None
    if request.method == "POST":
        if request.POST.get("deed") == "reset":
            return _reset(request, phase)
        bound = HelpForm(request.POST, auto_id=f"id_{request.POST.get('domain', '')}_%s")
        if bound.is_valid():
            with refusals_on(bound):
                write_help(
                    phase=phase,
                    domain=Domain(bound.cleaned_data["domain"]),
                    text=bound.cleaned_data["text"],
                    by=request.actor,
                    at=request.at,
                )
                messages.success(request, _("Bewaard."))
                return _back(phase)
        if bound["domain"].value() not in Domain.values:
            raise Http404  # only what the page itself holds can be sent
    rows = [
        (
            row,
            bound
            if bound is not None and bound["domain"].value() == row.domain
            else HelpForm(
                initial={"domain": row.domain, "text": row.text}, auto_id=f"id_{row.domain}_%s"
            ),
        )
        for row in help_for(phase=phase, by=request.actor)
    ]
    context = {
        "phase": phase,
        "phase_form": PhaseForm(initial={"fase": phase}),
        "rows": rows,
        "bound": bound,
    }
    return render(request, "workspace/tension_help.html", context, status=422 if bound else 200)


def _reset(request: StaffRequest, phase: Phase) -> HttpResponseBase:
    domain = request.POST.get("domain", "")
    if domain not in Domain.values:
        raise Http404
    try:
        reset_help(phase=phase, domain=Domain(domain), by=request.actor, at=request.at)
        messages.success(request, _("De meegeleverde tekst staat er weer."))
    except Refused as refused:
        messages.error(request, refused.reason)
    return _back(phase)


def _back(phase: Phase) -> HttpResponseBase:
    return redirect(f"{reverse('workspace:tension_help')}?fase={phase.value}")
