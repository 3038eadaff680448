# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hand-overs: made by an adviser, read and reported on by the organisation."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from voelspriet.doors.workspace.access import staff
from voelspriet.doors.workspace.asker import Asker, asker
from voelspriet.doors.workspace.signal_page import named
from voelspriet.doors.workspace.views.signals import UNPROCESSABLE, refuse
from voelspriet.ground.network.queries import organisations
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake import actions, queries
from voelspriet.listen.intake.forms.directing import HandoverForm, ReportForm
from voelspriet.listen.intake.queries import SignalDetail
from voelspriet.listen.intake.queries.routing import suggested_route


@staff(Role.AREA_ADVISER)
@require_http_methods(["GET", "POST"])
def make_handover(request: HttpRequest, reference: str) -> HttpResponse:
    """Hand a matter over, in words written for the organisation."""
    who = asker(request)
    detail = queries.signal_detail(reference=reference, by=who.by, on=who.on)
    if not detail.may_direct:
        raise OutOfScope(_("Deze melding is er niet."))
    form = _handover_form(request, detail, who)
    if request.method == "POST" and form.is_valid():
        try:
            _hand_over(reference, form, who)
        except OutOfScope:
            raise
        except Refused as error:
            refuse(form, error)
        else:
            messages.success(request, _("Overgedragen. De melding wacht nu op hen."))
            return redirect("workspace:signal", reference=reference)
    status = UNPROCESSABLE if form.is_bound else 200
    context = {"signal": detail, "form": form}
    return render(request, "workspace/handover_new.html", context, status=status)


@staff(Role.AREA_ADVISER)
@require_POST
def withdraw_handover(request: HttpRequest, reference: str, handover: str) -> HttpResponse:
    """Take a hand-over back."""
    who = asker(request)
    try:
        actions.withdraw_handover(reference=handover, by=who.by, at=who.at)
        messages.success(request, _("De overdracht is ingetrokken."))
    except OutOfScope:
        raise
    except Refused as error:
        messages.error(request, error.reason)
    return redirect("workspace:signal", reference=reference)


@staff(Role.HANDLER)
@require_GET
def list_handovers(request: HttpRequest) -> HttpResponse:
    """Show what was handed to one's own organisations."""
    who = asker(request)
    closed = request.GET.get("stand") == "klaar"
    context = {"handovers": queries.handovers(by=who.by, closed=closed), "closed": closed}
    return render(request, "workspace/handovers.html", context)


@staff(Role.HANDLER)
@require_GET
def show_handover(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one hand-over to one's own organisation."""
    return _draw(request, reference)


@staff(Role.HANDLER)
@require_POST
def take_handover(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a matter up."""
    who = asker(request)
    try:
        actions.take_handover(reference=reference, by=who.by, at=who.at)
        messages.success(request, _("U heeft dit opgepakt."))
    except OutOfScope:
        raise
    except Refused as error:
        messages.error(request, error.reason)
    return redirect("workspace:handover", reference=reference)


@staff(Role.HANDLER)
@require_POST
def report_handover(request: HttpRequest, reference: str) -> HttpResponse:
    """Report back what was done."""
    who = asker(request)
    form = named("terugmelden", ReportForm, request.POST)
    if form.is_valid():
        try:
            actions.report_handover(
                reference=reference, report=form.cleaned_data["report"], by=who.by, at=who.at
            )
        except OutOfScope:
            raise
        except Refused as error:
            refuse(form, error)
        else:
            messages.success(request, _("Dank u. De adviseur laat het de melder weten."))
            return redirect("workspace:handover", reference=reference)
    return _draw(request, reference, form=form, status=UNPROCESSABLE)


@staff(Role.HANDLER)
@require_POST
def show_point(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the exact place, once: the page of this answer, and no other."""
    who = asker(request)
    try:
        point = actions.read_point_of(reference=reference, by=who.by, at=who.at)
    except OutOfScope:
        raise
    except Refused as error:
        messages.error(request, error.reason)
        return redirect("workspace:handover", reference=reference)
    return _draw(request, reference, point=point)


def _draw(
    request: HttpRequest,
    reference: str,
    *,
    form: forms.Form | None = None,
    point: actions.PointRow | None = None,
    status: int = 200,
) -> HttpResponse:
    who = asker(request)
    context = {
        "handover": queries.handover_detail(reference=reference, by=who.by, at=who.at),
        "form": form or named("terugmelden", ReportForm),
        "point": point,
    }
    return render(request, "workspace/handover.html", context, status=status)


def _handover_form(request: HttpRequest, detail: SignalDetail, who: Asker) -> HandoverForm:
    initial: dict[str, object] = {}
    code = detail.category or detail.suggested_category
    if code and not detail.row.is_flagged:
        route = suggested_route(category=code, area_id=detail.area_id, by=who.by)
        initial["organisation"] = route.organisation_id if route else None
    return HandoverForm(
        request.POST or None,
        initial=initial,
        organisations=[(one.id, one.name) for one in organisations(by=who.by)],
        has_point=detail.place.lon is not None,
        has_cleared_photo=any(one.is_cleared for one in detail.attachments),
    )


def _hand_over(reference: str, form: HandoverForm, who: Asker) -> None:
    given = form.cleaned_data
    actions.hand_over(
        reference=reference,
        organisation_id=given["organisation"],
        text=given["text"],
        ground=given["ground"],
        purpose=given["purpose"],
        place=given["place"],
        point_days=given.get("point_days", 0),
        with_photos=given.get("with_photos", False),
        by=who.by,
        at=who.at,
    )
