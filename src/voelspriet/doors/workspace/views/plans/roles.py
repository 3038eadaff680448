# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One role of a plan: its task, and where it meets others."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.frames import (
    remove_consultation,
    remove_role,
    write_consultation,
    write_role,
)
from voelspriet.act.plans.forms.frames import ConsultationForm, RoleForm
from voelspriet.act.plans.queries.frames import PlanFrame, RoleRow
from voelspriet.act.plans.rules.access import WRITES
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.plans.framing import frame_at, written_frame
from voelspriet.doors.workspace.views.plans.moving import moved
from voelspriet.doors.workspace.writing import done


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def role(request: StaffRequest, reference: str, role_id: int) -> HttpResponseBase:
    """Change a role and the bodies in which it meets others, or take it out."""
    detail = written_frame(request, reference)
    found = detail.role(role_id)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, detail, found)
    deed = request.POST.get("deed", "")
    who: dict[str, Any] = {"by": request.actor, "at": request.at, "reference": reference}
    if deed == "remove":
        remove_role(role_id=role_id, **who)
        return done(request, _("De rol is weg."), frame_at(reference, "role"))
    here = ("workspace:plan_role", reference, str(role_id))
    if what := moved(request, reference, role_id=role_id):
        return redirect(f"{reverse(here[0], args=here[1:])}#{what}")
    for one in found.consultations:
        if deed == f"drop-{one.id}":
            remove_consultation(role_id=role_id, consultation_id=one.id, **who)
            return done(request, _("Het overleg is weg."), *here)
    form = _forms(found, {deed: request.POST}).get(deed)
    if form is None:
        raise Http404
    if form.is_valid():
        with refusals_on(form):
            return done(request, _write(found, deed, form, who), *here)
    return _page(request, detail, found, deed, form)


def _write(found: RoleRow, deed: str, form: forms.Form, who: dict[str, Any]) -> str:
    if isinstance(form, ConsultationForm):
        number = next((one.id for one in found.consultations if deed == f"meet-{one.id}"), None)
        write_consultation(role_id=found.id, consultation_id=number, told=form.told(), **who)
        return _("Het overleg staat erbij.") if number is None else _("Het overleg is gewijzigd.")
    if isinstance(form, RoleForm):
        write_role(role_id=found.id, told=form.told(), **who)
    return _("De rol is gewijzigd.")


def _forms(found: RoleRow, posted: dict[str, Any]) -> dict[str, forms.Form]:
    start: dict[str, Any] = {"body": found.body, "name": found.name, "task": found.task}
    every: dict[str, forms.Form] = {
        "role": RoleForm(posted.get("role"), initial=start),
        "meet": ConsultationForm(posted.get("meet"), auto_id="id_meet_%s"),
    }
    for one in found.consultations:
        name = f"meet-{one.id}"
        start = {
            "name": one.name,
            "members": one.members,
            "municipalities": one.municipalities,
            "held_when": one.held_when,
        }
        every[name] = ConsultationForm(posted.get(name), initial=start, auto_id=f"id_{name}_%s")
    return every


def _page(
    request: StaffRequest,
    detail: PlanFrame,
    found: RoleRow,
    deed: str = "",
    form: forms.Form | None = None,
) -> HttpResponseBase:
    every = _forms(found, {}) | ({deed: form} if form else {})
    context = {
        "plan": detail.plan,
        "role": found,
        "bound": form,
        "form": every["role"],
        "meetings": [(one, every[f"meet-{one.id}"]) for one in found.consultations],
        "meet_form": every["meet"],
    }
    return render(request, "workspace/plan_role.html", context, status=422 if form else 200)
