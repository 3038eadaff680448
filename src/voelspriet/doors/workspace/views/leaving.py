# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague leaves: what hangs on them, who has it after, and what somebody took over."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.queries import AgreementFilters, agreements
from voelspriet.act.agenda.queries.meetings import meetings_to_mind
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import holders
from voelspriet.ground.people import actions
from voelspriet.ground.people.forms import LeavingForm
from voelspriet.ground.people.queries import (
    LeavingPage,
    leaving_page,
    ownerless,
    taken_over_page,
)
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.queries import owed
from voelspriet.listen.intake.queries.introductions import introductions_of

FEW = 8


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def leaving(request: StaffRequest, user_id: int) -> HttpResponseBase:
    """Show all that hangs on a colleague and pass it on from a day, or withdraw that plan."""
    day = dutch_day(request.at)
    page = leaving_page(user_id=user_id, by=request.actor, on=day)
    if request.method == "POST" and request.POST.get("deed") == "cancel":
        actions.cancel_leaving(user_id=user_id, by=request.actor, at=request.at)
        messages.success(request, _("Het vertrek is ingetrokken. Er is niets veranderd."))
        return redirect("workspace:leaving", user_id)
    form = _form(request, page)
    if form.is_valid():
        with refusals_on(form):
            actions.plan_leaving(
                user_id=user_id,
                leaves_on=form.cleaned_data["leaves_on"],
                successors=form.successors(),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _said(is_now=form.cleaned_data["leaves_on"] == day))
            return redirect("workspace:leaving", user_id)
    context = {
        "page": page,
        "form": form,
        "ownerless": ownerless(municipality_id=request.actor.municipality_id or 0, on=day),
        "duty_fields": [(place, form[f"duty_{place.duty_id}"]) for place in page.places],
    }
    return render(request, "workspace/leaving.html", context, status=422 if form.errors else 200)


@require_safe
@staff(Role.AREA_ADVISER)
def taken_over(request: StaffRequest) -> HttpResponseBase:
    """Show an adviser what they took over, from whom, and what asks something first."""
    actor, day = request.actor, dutch_day(request.at)
    followed = agreements(filters=AgreementFilters(follower_id=actor.user_id), by=actor, on=day)
    context = {
        "rows": taken_over_page(by=actor),
        "introductions": introductions_of(by=actor),
        "due": owed(by=actor, on=day, limit=FEW),
        "agreements": followed.items[:FEW],
        "meetings": meetings_to_mind(by=actor, at=request.at, limit=FEW),
    }
    return render(request, "workspace/taken_over.html", context)


def _form(request: StaffRequest, page: LeavingPage) -> LeavingForm:
    others = [one for one in holders(request, Role.AREA_ADVISER) if one[0] != page.user_id]
    initial = {"leaves_on": page.leaves_on or dutch_day(request.at)}
    for place in page.places:
        initial[f"duty_{place.duty_id}"] = place.planned_successor_id  # type: ignore[assignment]
    return LeavingForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        places=[
            (
                place.duty_id,
                _("Wie wordt %(kind)s van %(area)s?")
                % {"kind": place.kind_label.lower(), "area": place.area_name},
            )
            for place in page.places
        ],
        colleagues=others,
    )


def _said(*, is_now: bool) -> str:
    if is_now:
        return _("Alles is overgedragen. Wie het aangaat, leest of hoort het één keer.")
    return _("Het vertrek staat klaar. Op die dag gaat alles vanzelf over.")
