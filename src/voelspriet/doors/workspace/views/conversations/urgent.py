# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Worrying cases: for who handed them on, who they are for, and the director when they are late."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.actions.urgent import confirm_urgent
from voelspriet.listen.conversations.forms import ConfirmForm
from voelspriet.listen.conversations.queries import urgent as reading

CONFIRM = (Role.RESEARCHER, Role.HANDLER)


@require_safe
@staff(*CONFIRM, Role.DIRECTOR)
def urgent_cases(request: StaffRequest) -> HttpResponseBase:
    """List worrying cases, newest first."""
    return _cases_page(request)


@require_POST
@staff(*CONFIRM)
def urgent_confirm(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Write down who has a case now."""
    form = ConfirmForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            confirm_urgent(
                reference=reference,
                name=form.cleaned_data["name"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Bevestigd. De woorden zijn weg, het feit blijft."))
            return redirect("workspace:urgent_cases")
    return _cases_page(request, reference, form)


def _cases_page(
    request: StaffRequest, about: str = "", form: ConfirmForm | None = None
) -> HttpResponseBase:
    page = reading.urgent_cases(by=request.actor, at=request.at, cursor=request.GET.get("na", ""))
    context = {
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "form": form or ConfirmForm(),
        "about": about,
        "may_confirm": request.actor.has(*CONFIRM),
        "names_itself": not request.actor.has(Role.RESEARCHER),
    }
    return render(request, "workspace/urgent_cases.html", context, status=422 if form else 200)
