# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An ambition: its course, what was measured, what is agreed for it, what pays the measuring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions.ambitions import (
    agree_for_ambition,
    link_agreement,
    unlink_agreement,
)
from voelspriet.act.agenda.forms.ambitions import (
    RUNNING,
    AmbitionActionForm,
    LinkForm,
    UnlinkForm,
)
from voelspriet.act.agenda.queries.of_ambitions import agreements_of_ambition, agreements_to_link
from voelspriet.act.plans.actions.budgets import pay_measuring_of
from voelspriet.act.plans.actions.evening_indicators import (
    remove_evening_indicator,
    take_evening_answer,
)
from voelspriet.act.plans.actions.themes import record_measurement
from voelspriet.act.plans.choices import PlanState
from voelspriet.act.plans.forms.ambitions import HeardForm, MeasurementForm, PayersForm, TakeForm
from voelspriet.act.plans.queries.measuring import MeasuringMoney, measuring_money
from voelspriet.act.plans.queries.themes import AmbitionDetail, ambition_detail
from voelspriet.act.plans.rules.access import READS, writes_plans
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import open_organisations, own_areas
from voelspriet.doors.workspace.views.plans.evening_answers import Heard, heard, share_of
from voelspriet.doors.workspace.views.plans.process_figures import Offer, offers
from voelspriet.doors.workspace.views.plans.saying import warn_of_waiting
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page shows, and what `by` may do on it."""

    detail: AmbitionDetail
    money: MeasuringMoney
    offers: tuple[Offer, ...]
    heard: tuple[Heard, ...]
    may_act: bool
    may_agree: bool


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def ambition(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show an ambition; who writes plans measures and pays, advisers make agreements for it."""
    read = _read(request, reference)
    if request.method != "POST":
        return _page(request, read, {})
    deed = request.POST.get("deed", "")
    form = _forms(request, read, {deed: request.POST}).get(deed)
    if form is None:
        raise Http404
    if form.is_valid():
        with refusals_on(form):
            messages.success(request, DEEDS[deed](request, reference, form))
            warn_of_waiting(request, read.detail.plan.reference)
            return redirect("workspace:plan_ambition", reference)
    return _page(request, read, {deed: form})


def _read(request: StaffRequest, reference: str) -> _Read:
    by = request.actor
    detail = ambition_detail(reference=reference, by=by, on=dutch_day(request.at))
    is_open = detail.plan.state != PlanState.CLOSED
    advises = by.has(Role.AREA_ADVISER)
    return _Read(
        detail=detail,
        money=measuring_money(reference=reference, by=by),
        offers=offers(request, detail),
        heard=heard(request, detail),
        may_act=is_open and (writes_plans(by) or advises),
        may_agree=is_open and advises,
    )


def _forms(request: StaffRequest, read: _Read, posted: dict[str, Any]) -> dict[str, forms.Form]:
    """Return the forms of whoever looks, by what they do."""
    found: dict[str, forms.Form] = {}
    if read.detail.may_write:
        found["measure"] = MeasurementForm(posted.get("measure"), auto_id="id_measure_%s")
        free = [(one.figure.code, one.figure.label) for one in read.offers if not one.overlaps]
        if free:
            found["take"] = TakeForm(posted.get("take"), figures=free, auto_id=False)
        if read.heard:
            for name in ("hear", "unhear"):
                found[name] = HeardForm(posted.get(name), auto_id=False)
        if read.money.projects:
            found["pay"] = PayersForm(
                posted.get("pay"),
                projects=[
                    (one.key, f"{one.year} · {one.label} · {one.amount}")
                    for one in read.money.projects
                ],
                initial={"projects": [one.key for one in read.money.payers]},
                auto_id="id_pay_%s",
            )
    if read.may_act:
        found["link"] = LinkForm(posted.get("link"), auto_id="id_link_%s")
        found["unlink"] = UnlinkForm(posted.get("unlink"), auto_id=False)
    if read.may_agree:
        found["agree"] = AmbitionActionForm(
            posted.get("agree"),
            organisations=open_organisations(request),
            areas=own_areas(request),
            auto_id="id_agree_%s",
        )
    return found


def _measure(request: StaffRequest, reference: str, form: Any) -> str:
    record_measurement(reference=reference, told=form.told(), by=request.actor, at=request.at)
    return _("De meting staat erbij.")


def _take(request: StaffRequest, reference: str, form: Any) -> str:
    read, code = _read(request, reference), form.cleaned_data["figure"]
    told = next(one.told() for one in read.offers if one.figure.code == code)
    record_measurement(reference=reference, told=told, by=request.actor, at=request.at)
    return _("Het cijfer staat erbij als meting.")


def _hear(request: StaffRequest, reference: str, form: Any) -> str:
    number = form.cleaned_data["heard"]
    one = next((one for one in _read(request, reference).heard if one.row.id == number), None)
    if one is None:
        raise Http404
    share, n = share_of(one)
    take_evening_answer(
        reference=reference, indicator_id=number, share=share, n=n, by=request.actor, at=request.at
    )
    return _("Het antwoord van de avond staat erbij als meting.")


def _unhear(request: StaffRequest, reference: str, form: Any) -> str:
    number = form.cleaned_data["heard"]
    remove_evening_indicator(
        reference=reference, indicator_id=number, by=request.actor, at=request.at
    )
    return _("De vraag staat niet meer bij de ambitie.")


def _pay(request: StaffRequest, reference: str, form: Any) -> str:
    projects = form.cleaned_data["projects"]
    pay_measuring_of(reference=reference, projects=projects, by=request.actor, at=request.at)
    return _("Opgeschreven waaruit het meten wordt betaald.")


def _agree(request: StaffRequest, reference: str, form: Any) -> str:
    agree_for_ambition(
        ambition_reference=reference, given=form.given(), by=request.actor, at=request.at
    )
    return _("De afspraak is gemaakt en staat bij deze ambitie.")


def _link(request: StaffRequest, reference: str, form: Any) -> str:
    link_agreement(
        ambition_reference=reference,
        agreement_reference=form.cleaned_data["agreement"],
        by=request.actor,
        at=request.at,
    )
    return _("De afspraak staat bij deze ambitie.")


def _unlink(request: StaffRequest, reference: str, form: Any) -> str:
    unlink_agreement(
        ambition_reference=reference,
        agreement_reference=form.cleaned_data["linked"],
        by=request.actor,
        at=request.at,
    )
    return _("De afspraak staat niet meer bij deze ambitie. De afspraak zelf blijft.")


DEEDS: dict[str, Callable[[StaffRequest, str, Any], str]] = {
    "measure": _measure,
    "take": _take,
    "hear": _hear,
    "unhear": _unhear,
    "pay": _pay,
    "agree": _agree,
    "link": _link,
    "unlink": _unlink,
}


def _page(request: StaffRequest, read: _Read, bound: dict[str, forms.Form]) -> HttpResponseBase:
    by, on, reference = request.actor, dutch_day(request.at), read.detail.row.reference
    every = _forms(request, read, {}) | bound
    context = {
        "detail": read.detail,
        "plan": read.detail.plan,
        "row": read.detail.row,
        "money": read.money,
        "offers": read.offers,
        "heard": read.heard,
        "actions": agreements_of_ambition(reference=reference, by=by, on=on),
        "running": agreements_to_link(reference=reference, by=by) if read.may_act else (),
        "running_id": RUNNING,
        "may_act": read.may_act,
        "bound": next(iter(bound.values()), None),
        **{f"{name}_form": form for name, form in every.items()},
    }
    status = 422 if bound else 200
    return render(request, "workspace/plan_ambition.html", context, status=status)
