# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cycle of a plan: what falls due, what was decided, by what residents judge."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.cycle import (
    add_moment,
    add_programme,
    hold_moment,
    report_criterion,
    set_criterion,
)
from voelspriet.act.plans.actions.plans import record_decision
from voelspriet.act.plans.choices import DecisionBody, MomentPurpose
from voelspriet.act.plans.forms.plans import (
    CriterionForm,
    DecisionForm,
    FindingForm,
    HoldForm,
    MomentForm,
    ProgrammeForm,
)
from voelspriet.act.plans.queries.cycle import PlanCycle, plan_cycle
from voelspriet.act.plans.rules.access import READS
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.lib.working_days import dutch_day

NEW: dict[str, type[forms.Form]] = {
    "moment": MomentForm,
    "programme": ProgrammeForm,
    "decision": DecisionForm,
    "criterion": CriterionForm,
}


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def cycle(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the cycle; who writes plans adds to it and says what came of each moment."""
    detail = _read(request, reference)
    if request.method != "POST":
        return _page(request, detail, {})
    deed = request.POST.get("deed", "")
    found = _forms(request, detail, {deed: request.POST}).get(deed)
    if found is None or not detail.may_write:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            messages.success(request, _do(request, reference, deed, found.cleaned_data))
            return redirect("workspace:plan_cycle", reference)
    return _page(request, _read(request, reference), {deed: found})


def _read(request: StaffRequest, reference: str) -> PlanCycle:
    return plan_cycle(reference=reference, by=request.actor, on=dutch_day(request.at))


def _forms(
    request: StaffRequest, detail: PlanCycle, posted: dict[str, Any]
) -> dict[str, forms.Form]:
    today = dutch_day(request.at)
    found = {name: kind(posted.get(name), auto_id=f"id_{name}_%s") for name, kind in NEW.items()}
    for moment in detail.moments:
        if moment.held_on is None:
            name = f"hold-{moment.id}"
            found[name] = HoldForm(
                posted.get(name), initial={"held_on": today}, auto_id=f"id_{name}_%s"
            )
    for one in detail.criteria:
        name = f"finding-{one.id}"
        start = {"finding": one.finding, "reported_on": one.reported_on or today}
        found[name] = FindingForm(posted.get(name), initial=start, auto_id=f"id_{name}_%s")
    return found


def _do(request: StaffRequest, reference: str, deed: str, given: dict[str, Any]) -> str:
    kind, _dash, number = deed.partition("-")
    who: dict[str, Any] = {"by": request.actor, "at": request.at}
    if kind == "moment":
        purpose = MomentPurpose(given["purpose"])
        add_moment(reference=reference, **given | {"purpose": purpose}, **who)
        return _("Het staat in de cyclus.")
    if kind == "programme":
        body = DecisionBody(given["approved_by"])
        add_programme(reference=reference, **given | {"approved_by": body}, **who)
        return _("Het actieprogramma staat erbij.")
    if kind == "decision":
        body = DecisionBody(given["body"])
        record_decision(reference=reference, **given | {"body": body}, **who)
        return _("Het besluit staat erbij.")
    if kind == "criterion":
        set_criterion(reference=reference, **given, **who)
        return _("Het criterium staat vast.")
    if kind == "hold":
        hold_moment(moment_id=int(number), **given, **who)
        return _("Opgeschreven wat eruit kwam.")
    report_criterion(criterion_id=int(number), **given, **who)
    return _("De terugkoppeling staat erbij.")


def _page(
    request: StaffRequest, detail: PlanCycle, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    every = _forms(request, detail, {}) | bound
    context = {
        "detail": detail,
        "plan": detail.plan,
        "bound": next(iter(bound.values()), None),
        "moments": [(row, every.get(f"hold-{row.id}")) for row in detail.moments],
        "criteria": [(one, every[f"finding-{one.id}"]) for one in detail.criteria],
        **{f"{name}_form": every[name] for name in NEW},
    }
    status = 422 if bound else 200
    return render(request, "workspace/plan_cycle.html", context, status=status)
