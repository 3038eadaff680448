# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of planned works, one of them, and writing one down by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.actions.works import change_work, write_work
from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.act.agenda.forms.works import WorkFilterForm, WorkForm, start_of_work
from voelspriet.act.agenda.queries.works import WorkFilters, work_detail
from voelspriet.act.agenda.queries.works import works as work_page
from voelspriet.act.agenda.rules.works import IMPORTERS, imports_works
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area, open_organisations, own_areas
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

READERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)
WRITERS = (Role.AREA_ADVISER, *IMPORTERS)


@require_safe
@staff(*READERS)
def works(request: StaffRequest) -> HttpResponseBase:
    """List works, filtered by what stands in the address."""
    form = WorkFilterForm(request.GET, areas=every_area(request))
    chosen = form.cleaned_data if form.is_valid() else {}
    page = work_page(
        filters=WorkFilters(
            over=chosen.get("toon") == "voorbij",
            kind=chosen.get("soort", ""),
            area_id=chosen.get("gebied"),
        ),
        by=request.actor,
        on=dutch_day(request.at),
        cursor=request.GET.get("na", ""),
    )
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    context = {
        "form": form,
        "page": page,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
        "may_write": request.actor.has(*WRITERS),
        "may_import": imports_works(request.actor),
    }
    return render(request, "workspace/works.html", context)


@require_safe
@staff(*READERS)
def work(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one work and how many open signals it can help."""
    detail = work_detail(reference=reference, by=request.actor)
    context = {"detail": detail, "work": detail.work}
    return render(request, "workspace/work.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def work_new(request: StaffRequest) -> HttpResponseBase:
    """Write down work that is planned."""
    form = _form(request, {"kind": WorkKind.PAVING, "state": WorkState.PLANNED})
    if form.is_valid():
        with refusals_on(form):
            made = write_work(
                given=form.given(dutch_day(request.at)), by=request.actor, at=request.at
            )
            messages.success(request, _("Het werk staat erbij."))
            return redirect("workspace:work", made)
    return _edit(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def work_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change planned work, or say that it is done or off."""
    detail = work_detail(reference=reference, by=request.actor)
    if not detail.may_write:
        raise Http404
    start = start_of_work(detail.work, detail.texts)
    form = _form(request, start, detail.texts_behind)
    if form.is_valid():
        with refusals_on(form):
            change_work(
                reference=reference,
                given=form.given(dutch_day(request.at)),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Het werk is gewijzigd."))
            return redirect("workspace:work", reference)
    return _edit(request, form, detail.work)


def _form(
    request: StaffRequest, initial: dict[str, object], behind: dict[str, str] | None = None
) -> WorkForm:
    areas = every_area(request) if imports_works(request.actor) else own_areas(request)
    return WorkForm(request.POST or None, areas=areas, initial=initial, behind=behind or {})


def _edit(request: StaffRequest, form: WorkForm, work: object) -> HttpResponseBase:
    parties = [name for _id, name in open_organisations(request)]
    context = {"form": form, "work": work, "parties": parties}
    status = 422 if form.errors else 200
    return render(request, "workspace/work_edit.html", context, status=status)
