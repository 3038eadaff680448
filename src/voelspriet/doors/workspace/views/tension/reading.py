# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying in which phase an area or matter is, and correcting what was said last."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.tension.actions import correct_reading, read_tension
from voelspriet.understand.tension.choices import Phase
from voelspriet.understand.tension.forms import ReadingForm
from voelspriet.understand.tension.queries import (
    ReadingRow,
    TensionDetail,
    area_tension,
    current_reading,
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def tension_new(request: StaffRequest, area_id: int) -> HttpResponseBase:
    """Say how an area is now, or one matter in it; `bij` says which known matter."""
    detail = area_tension(area_id=area_id, by=request.actor, on=dutch_day(request.at))
    if not detail.may_read:
        raise Http404
    former = _former(detail, request.GET.get("bij", ""))
    start = {"since": dutch_day(request.at), "phase": former.phase if former else ""}
    form = ReadingForm(
        request.POST or None,
        has_matter=former is None,
        doubts=request.method == "POST",
        initial=start,
    )
    if form.is_valid():
        with refusals_on(form):
            values = _values(form)
            if former is not None:
                values["matter"] = former.matter
            read_tension(area_id=area_id, by=request.actor, at=request.at, **values)
            messages.success(request, _("Opgeschreven."))
            return redirect("workspace:tension_area", area_id)
    context = {"form": form, "detail": detail, "former": former}
    status = 422 if form.errors else 200
    return render(request, "workspace/tension_new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def tension_correct(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Correct the newest reading of an area or matter; what stood there stays readable."""
    wrong = current_reading(reference=reference, by=request.actor, on=dutch_day(request.at))
    start = {"since": wrong.since, "phase": wrong.phase, "reason": wrong.reason}
    form = ReadingForm(
        request.POST or None, has_matter=False, doubts=request.method == "POST", initial=start
    )
    if form.is_valid():
        with refusals_on(form):
            correct_reading(reference=reference, by=request.actor, at=request.at, **_values(form))
            messages.success(request, _("Verbeterd. Wat er stond, blijft te lezen."))
            return redirect("workspace:tension_area", wrong.area_id)
    context = {"form": form, "wrong": wrong}
    status = 422 if form.errors else 200
    return render(request, "workspace/tension_correct.html", context, status=status)


def _former(detail: TensionDetail, reference: str) -> ReadingRow | None:
    """Return the reading this one follows on; 404 for one that is not the newest here."""
    if not reference:
        return None
    rows = [*detail.matters, *([detail.whole] if detail.whole else [])]
    found = next((row for row in rows if row.reference == reference), None)
    if found is None:
        raise Http404
    return found


def _values(form: ReadingForm) -> dict[str, Any]:
    values = dict(form.cleaned_data)
    return values | {"phase": Phase(values["phase"])}
