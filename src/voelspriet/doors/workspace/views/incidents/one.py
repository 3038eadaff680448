# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One incident on one page: known and not known, who stands where, what was told, looking back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions import incidents as actions
from voelspriet.act.agenda.choices.incidents import FactKind
from voelspriet.act.agenda.forms.incidents import FactForm, FollowUpForm, LearnedForm, PostForm
from voelspriet.act.agenda.queries.incidents import IncidentDetail, incident_detail
from voelspriet.answer.pages.queries.notices import notices_of_incident
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import open_organisations
from voelspriet.doors.workspace.views.incidents.listing import READERS
from voelspriet.lib.working_days import DUTCH_TIME, dutch_day

Given = dict[str, Any]
Run = Callable[[StaffRequest, str, Given], None]
USUAL_POST = timedelta(hours=2)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def incident(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one incident; its adviser keeps it up to date, looks back and closes it."""
    detail = incident_detail(reference=reference, by=request.actor, at=request.at)
    if request.method != "POST":
        return _page(request, detail, {})
    deed = request.POST.get("deed", "")
    if deed.startswith("unpost-") and deed[7:].isdecimal():
        actions.remove_post(
            reference=reference, post_id=int(deed[7:]), by=request.actor, at=request.at
        )
        return redirect("workspace:incident", reference)
    found = _forms(request, detail, {deed: request.POST}).get(deed)
    if found is None:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            DEEDS[deed](request, reference, found.cleaned_data | {"form": found})
            return redirect("workspace:incident", reference)
    return _page(request, detail, {deed: found})


def _forms(
    request: StaffRequest, detail: IncidentDetail, posted: dict[str, Any]
) -> dict[str, forms.Form]:
    now = request.at.astimezone(DUTCH_TIME).replace(second=0, microsecond=0)
    start = {"starts": now.time(), "ends": (now + USUAL_POST).time(), "place": detail.row.place}
    return {
        **{
            kind.value: FactForm(
                posted.get(kind.value),
                initial={"text": detail.fact(kind)},
                auto_id=f"id_{kind.value}_%s",
            )
            for kind in FactKind
        },
        "post": PostForm(
            posted.get("post"),
            organisations=open_organisations(request),
            initial=start,
            auto_id="id_post_%s",
        ),
        "follow": FollowUpForm(posted.get("follow"), auto_id="id_follow_%s"),
        "close": LearnedForm(posted.get("close"), auto_id="id_close_%s"),
    }


def _page(
    request: StaffRequest, detail: IncidentDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    every = _forms(request, detail, {}) | bound
    works = detail.may_lead and not detail.row.is_closed
    context: dict[str, Any] = {f"{name}_form": form for name, form in every.items()}
    context |= {
        "detail": detail,
        "incident": detail.row,
        "bound": bound,
        "works": works,
        "facts": [(kind, detail.fact(kind), every[kind.value]) for kind in FactKind],
        "earlier": [fact for fact in detail.facts if fact.text != detail.fact(fact.kind)],
        "notices": notices_of_incident(
            reference=detail.row.reference, by=request.actor, at=request.at
        ),
    }
    return render(request, "workspace/incident.html", context, status=422 if bound else 200)


def _say(kind: FactKind) -> Run:
    def run(request: StaffRequest, reference: str, given: Given) -> None:
        actions.say_fact(
            reference=reference, kind=kind, text=given["text"], by=request.actor, at=request.at
        )

    return run


def _post(request: StaffRequest, reference: str, given: Given) -> None:
    starts_at, ends_at = given["form"].moments(dutch_day(request.at))
    actions.add_post(
        reference=reference,
        organisation_id=given["organisation"],
        place=given["place"],
        starts_at=starts_at,
        ends_at=ends_at,
        by=request.actor,
        at=request.at,
    )


def _follow(request: StaffRequest, reference: str, given: Given) -> None:
    actions.follow_up(
        reference=reference,
        heard=given["heard"],
        owed=given["owed"],
        learned=given["learned"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Er is teruggekeken."))


def _close(request: StaffRequest, reference: str, given: Given) -> None:
    actions.close_incident(
        reference=reference, learned=given["learned"], by=request.actor, at=request.at
    )
    messages.success(request, _("Het incident is afgesloten."))


DEEDS: dict[str, Run] = {
    **{kind.value: _say(kind) for kind in FactKind},
    "post": _post,
    "follow": _follow,
    "close": _close,
}
