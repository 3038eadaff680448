# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The call-back list."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from voelspriet.answer.replies import actions
from voelspriet.answer.replies.forms import CallForm
from voelspriet.answer.replies.records import calls_to_make
from voelspriet.doors.workspace.access import staff
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.actions import read_contact

UNPROCESSABLE = 422


@staff(Role.AREA_ADVISER)
@require_GET
def calls(request: HttpRequest) -> HttpResponse:
    """Show who must be called back."""
    return _page(request)


@staff(Role.AREA_ADVISER)
@require_POST
def call_number(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one person's number. Reading it is logged with its reason, so it is never in a list."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    try:
        contact = read_contact(
            reference=reference, reason=request.POST.get("reason", ""), by=by, at=at
        )
    except OutOfScope:
        raise
    except Refused as error:
        messages.error(request, error.reason)
        return redirect("workspace:calls")
    return _page(request, shown=reference, phone=contact.phone, name=contact.name)


@staff(Role.AREA_ADVISER)
@require_POST
def call_log(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep one attempt, with what was said as the answer if it was one."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    form = CallForm(request.POST, auto_id=f"id_{reference}_%s")
    if form.is_valid():
        try:
            answered = actions.log_call(reference=reference, by=by, at=at, **form.cleaned_data)
        except OutOfScope:
            raise
        except Refused as error:
            form.add_error(error.field or None, error.reason)
        else:
            messages.success(
                request,
                _("Vastgelegd. Wat u zei, staat als antwoord op de volgpagina.")
                if answered
                else _("Vastgelegd."),
            )
            return redirect("workspace:calls")
    return _page(request, shown=reference, form=form)


@staff(Role.AREA_ADVISER)
@require_POST
def call_give_up(request: HttpRequest, reference: str) -> HttpResponse:
    """Stop calling somebody."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    try:
        actions.give_up_call(reference=reference, by=by, at=at)
    except OutOfScope:
        raise
    except Refused as error:
        messages.error(request, error.reason)
    else:
        messages.success(
            request, _("U belt niet meer. Schrijf het antwoord op de volgpagina van de melder.")
        )
    return redirect("workspace:calls")


def _page(
    request: HttpRequest,
    *,
    shown: str = "",
    phone: str = "",
    name: str = "",
    form: CallForm | None = None,
) -> HttpResponse:
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    rows = [
        (
            row,
            form
            if form is not None and row.reference == shown
            else CallForm(auto_id=f"id_{row.reference}_%s"),
        )
        for row in calls_to_make(by=by, on=dutch_day(at))
    ]
    context = {"rows": rows, "shown": shown, "phone": phone, "name": name, "failed": form}
    return render(request, "workspace/calls.html", context, status=UNPROCESSABLE if form else 200)
