# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frame of a plan: its lines and its roles, to read, to add to and to put in order."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.frames import (
    remove_line,
    write_line,
    write_role,
)
from voelspriet.act.plans.choices import PlanLineKind
from voelspriet.act.plans.forms.frames import LineForm, RoleForm
from voelspriet.act.plans.queries.frames import LineRow, PlanFrame, plan_frame
from voelspriet.act.plans.rules.access import READS, WRITES
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.plans.moving import moved
from voelspriet.doors.workspace.writing import done, show_form

BEFORE_ROLES = (PlanLineKind.TREND, PlanLineKind.MISSION)
AFTER_ROLES = (
    PlanLineKind.COMMUNICATION_LINE,
    PlanLineKind.COMMUNICATION_PRINCIPLE,
    PlanLineKind.LISTENING_SOURCE,
    PlanLineKind.TOPIC,
    PlanLineKind.DOUBT,
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def frame(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show what frames a plan; who writes plans adds lines and roles, and puts them in order."""
    detail = plan_frame(reference=reference, by=request.actor)
    if request.method != "POST":
        return _page(request, detail)
    deed = request.POST.get("deed", "")
    if not detail.may_write:
        raise Http404
    if what := moved(request, reference):
        return redirect(frame_at(reference, what))
    form = _forms({deed: request.POST}).get(deed)
    if form is None:
        raise Http404
    if form.is_valid():
        with refusals_on(form):
            return done(request, _add(request, reference, form), frame_at(reference, deed))
    return _page(request, detail, deed, form)


def _forms(posted: dict[str, Any]) -> dict[str, LineForm | RoleForm]:
    """Return what can be added, by name: a line of each kind, and a role."""
    found: dict[str, LineForm | RoleForm] = {
        str(kind): LineForm(posted.get(str(kind)), kind=kind, auto_id=f"id_{kind}_%s")
        for kind in PlanLineKind
    }
    return found | {"role": RoleForm(posted.get("role"), auto_id="id_role_%s")}


def _add(request: StaffRequest, reference: str, form: LineForm | RoleForm) -> str:
    if isinstance(form, RoleForm):
        write_role(reference=reference, told=form.told(), by=request.actor, at=request.at)
        return _("De rol staat erbij. Zet er nu bij waar die anderen treft.")
    write_line(reference=reference, told=form.told(), by=request.actor, at=request.at)
    return _("Het staat erbij.")


def frame_at(reference: str, place: str) -> str:
    """Return where something stands on the page of the frame."""
    return f"{reverse('workspace:plan_frame', args=(reference,))}#{place}"


def _page(
    request: StaffRequest,
    detail: PlanFrame,
    deed: str = "",
    form: LineForm | RoleForm | None = None,
) -> HttpResponseBase:
    every = _forms({}) | ({deed: form} if form else {})
    context = {
        "detail": detail,
        "plan": detail.plan,
        "bound": form,
        "before": _kinds(detail, BEFORE_ROLES, every),
        "after": _kinds(detail, AFTER_ROLES, every),
        "role_form": every["role"],
    }
    return render(request, "workspace/plan_frame.html", context, status=422 if form else 200)


def _kinds(
    detail: PlanFrame, kinds: tuple[PlanLineKind, ...], every: dict[str, LineForm | RoleForm]
) -> list[tuple[PlanLineKind, tuple[LineRow, ...], LineForm | RoleForm]]:
    return [
        (kind, detail.lines[kind], every[str(kind)])
        for kind in kinds
        if detail.lines[kind] or detail.may_write
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def line_edit(request: StaffRequest, reference: str, line_id: int) -> HttpResponseBase:
    """Change a line of the frame, or take it out."""
    detail = written_frame(request, reference)
    line = detail.line(line_id)
    if line is None:
        raise Http404
    who: dict[str, Any] = {"by": request.actor, "at": request.at}
    back = frame_at(reference, str(line.kind))
    if request.POST.get("deed") == "remove":
        remove_line(reference=reference, line_id=line_id, **who)
        return done(request, _("De regel is weg."), back)
    start = {"label": line.label, "question": line.question, "text": line.text}
    form = LineForm(request.POST or None, kind=line.kind, initial=start)
    if form.is_valid():
        with refusals_on(form):
            write_line(reference=reference, line_id=line_id, told=form.told(), **who)
            return done(request, _("De regel is gewijzigd."), back)
    return show_form(
        request,
        "workspace/plan_part_edit.html",
        form,
        plan=detail.plan,
        title=line.kind.label,
        above=back,
        above_label=_("Visie, rollen en communicatie"),
    )


def written_frame(request: StaffRequest, reference: str) -> PlanFrame:
    """Return the frame of a plan this colleague may change now."""
    detail = plan_frame(reference=reference, by=request.actor)
    if not detail.may_write:
        raise Http404
    return detail
