# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cycle of a plan: what falls due, what was decided, by what residents judge."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.cycle import (
    add_moment,
    choose_moments,
    hold_moment,
    remove_moment,
    remove_programme,
    report_criterion,
    set_criterion,
    write_programme,
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
    ProgrammeMomentsForm,
)
from voelspriet.act.plans.queries.cycle import PlanCycle, ProgrammeRow, plan_cycle
from voelspriet.act.plans.queries.removing import programme_stays
from voelspriet.act.plans.queries.rows import MomentRow
from voelspriet.act.plans.rules.access import READS, WRITES
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.plans.saying import saved
from voelspriet.doors.workspace.writing import done
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
    if not detail.may_write:
        raise Http404
    for moment in detail.moments:
        if deed == f"drop-{moment.id}":
            remove_moment(moment_id=moment.id, by=request.actor, at=request.at)
            return done(request, _("Het moment is weg."), "workspace:plan_cycle", reference)
    found = _forms(request, detail, {deed: request.POST}).get(deed)
    if found is None:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            told = _do(request, reference, deed, found)
            return saved(request, reference, told, "workspace:plan_cycle", reference)
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


def _do(request: StaffRequest, reference: str, deed: str, form: forms.Form) -> str:
    kind, _dash, number = deed.partition("-")
    given = form.cleaned_data
    who: dict[str, Any] = {"by": request.actor, "at": request.at}
    if isinstance(form, ProgrammeForm):
        write_programme(reference=reference, told=form.told(), **who)
        return _("Het actieprogramma staat erbij.")
    if kind == "moment":
        purpose = MomentPurpose(given["purpose"])
        add_moment(reference=reference, **given | {"purpose": purpose}, **who)
        return _("Het staat in de cyclus.")
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


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def programme(request: StaffRequest, reference: str, programme_id: int) -> HttpResponseBase:
    """Change an action programme and what of the cycle belongs to it, or take it out."""
    detail = _read(request, reference)
    one = next((row for row in detail.programmes if row.id == programme_id), None)
    if one is None or not detail.may_write:
        raise Http404
    who: dict[str, Any] = {"reference": reference, "programme_id": programme_id}
    who |= {"by": request.actor, "at": request.at}
    back = ("workspace:plan_cycle", reference)
    deed = request.POST.get("deed", "")
    if deed == "remove":
        remove_programme(**who)
        return done(request, _("Het actieprogramma is weg."), *back)
    start = {name: getattr(one, name) for name in ProgrammeForm.base_fields}
    form = ProgrammeForm(None if deed else request.POST or None, initial=start)
    if form.is_valid():
        with refusals_on(form):
            write_programme(told=form.told(), **who)
            return done(request, _("Het actieprogramma is gewijzigd."), *back)
    moments = _moments_form(request.POST if deed == "moments" else None, detail, one)
    if moments is not None and moments.is_valid():
        with refusals_on(moments):
            choose_moments(moment_ids=moments.cleaned_data["moments"], **who)
            return done(request, _("Opgeschreven welke momenten erbij horen."), *back)
    stays = programme_stays(reference=reference, programme_id=programme_id, by=request.actor)
    return _programme_page(request, detail, form, moments, stays)


def _programme_page(
    request: StaffRequest,
    detail: PlanCycle,
    form: ProgrammeForm,
    moments: ProgrammeMomentsForm | None,
    stays: str,
) -> HttpResponseBase:
    bound = moments if moments is not None and moments.errors else form
    context = {
        "plan": detail.plan,
        "form": form,
        "moments_form": moments,
        "bound": bound,
        "stays": stays,
    }
    status = 422 if bound.errors else 200
    return render(request, "workspace/plan_programme_edit.html", context, status=status)


def _moments_form(posted: Any, detail: PlanCycle, one: ProgrammeRow) -> ProgrammeMomentsForm | None:
    """Return what of the cycle belongs to a programme; None while nothing is in the cycle."""
    if not detail.moments:
        return None
    return ProgrammeMomentsForm(
        posted,
        moments=[(row.id, _moment(row, one)) for row in detail.moments],
        initial={"moments": [row.id for row in detail.moments if row.programme_id == one.id]},
        auto_id="id_moments_%s",
    )


def _moment(row: MomentRow, one: ProgrammeRow) -> str:
    """Return a moment with its day, and with which other programme it stands."""
    told = f"{row.what}, {date_format(row.due_on, 'j F Y')}"
    if row.programme_id in {None, one.id}:
        return told
    return _("%(what)s (nu bij %(programme)s)") % {"what": told, "programme": row.programme_name}


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
