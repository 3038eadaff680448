# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts, roles and duos, for the administrator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area, holders
from voelspriet.ground.people import actions
from voelspriet.ground.people.choices import DutyKind
from voelspriet.ground.people.forms import (
    DetailsForm,
    DutyForm,
    EndDutyForm,
    NewPersonForm,
    PeopleFilterForm,
    RoleForm,
)
from voelspriet.ground.people.queries import PersonRow, areas_without_duo
from voelspriet.ground.people.queries import people as people_page
from voelspriet.ground.people.queries import person as person_row
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

Deed = Callable[[StaffRequest, int, dict[str, Any]], str]


@require_safe
@staff(Role.ADMINISTRATOR)
def people(request: StaffRequest) -> HttpResponseBase:
    """List the accounts of the municipality."""
    form = PeopleFilterForm(request.GET)
    name = form.cleaned_data["zoek"] if form.is_valid() else ""
    closed = request.GET.get("gesloten") == "ja"
    day = dutch_day(request.at)
    page = people_page(
        by=request.actor,
        on=day,
        name=name,
        closed=closed,
        cursor=request.GET.get("na", ""),
    )
    context = {
        "page": page,
        "form": form,
        "name": name,
        "closed": closed,
        "without_duo": areas_without_duo(
            municipality_id=request.actor.municipality_id or 0, on=day
        ),
    }
    return render(request, "workspace/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def person_new(request: StaffRequest) -> HttpResponseBase:
    """Make an account; its password is shown once, on this answer only."""
    form = NewPersonForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            values = form.cleaned_data | {"role": Role(form.cleaned_data["role"])}
            made = actions.create_user(**values, by=request.actor, at=request.at)
            return _show_password(request, made.user_id, made.password)
    status = 422 if form.errors else 200
    return render(request, "workspace/person_new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def person(request: StaffRequest, user_id: int) -> HttpResponseBase:
    """Show one account with its roles and duties, and do what the administrator asks."""
    row = person_row(user_id=user_id, by=request.actor, on=dutch_day(request.at))
    if request.method != "POST":
        return _person_page(request, row, {})
    deed = request.POST.get("deed", "")
    if deed in FORMS:
        return _with_form(request, row, deed)
    if deed in PASSWORD_DEEDS:
        return _show_password(
            request,
            user_id,
            PASSWORD_DEEDS[deed](user_id=user_id, by=request.actor, at=request.at),
        )
    if deed not in PLAIN_DEEDS:
        raise Http404
    try:
        said = PLAIN_DEEDS[deed](request, user_id)
    except OutOfScope:
        raise
    except Refused as refused:
        messages.error(request, refused.reason)
    else:
        messages.success(request, said)
    return redirect("workspace:person", user_id)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def duty_end(request: StaffRequest, user_id: int, duty_id: int) -> HttpResponseBase:
    """End a place in a duo, with a successor who takes over warmly."""
    row = person_row(user_id=user_id, by=request.actor, on=dutch_day(request.at))
    duty = next((one for one in row.duties if one.id == duty_id), None)
    if duty is None:
        raise Http404
    colleagues = [one for one in holders(request, Role.AREA_ADVISER) if one[0] != user_id]
    form = EndDutyForm(request.POST if request.method == "POST" else None, colleagues=colleagues)
    if form.is_valid():
        with refusals_on(form):
            actions.end_duty(
                duty_id=duty_id,
                successor_id=form.cleaned_data["successor"],
                stays_until=form.cleaned_data["stays_until"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De dienst is beëindigd."))
            return redirect("workspace:person", user_id)
    context = {"person": row, "duty": duty, "form": form}
    return render(request, "workspace/duty_end.html", context, status=422 if form.errors else 200)


def _with_form(request: StaffRequest, row: PersonRow, deed: str) -> HttpResponseBase:
    make, act = FORMS[deed]
    form = make(request, row, request.POST)
    if form.is_valid():
        with refusals_on(form):
            messages.success(request, act(request, row.id, form.cleaned_data))
            return redirect("workspace:person", row.id)
    return _person_page(request, row, {deed: form})


def _person_page(
    request: StaffRequest, row: PersonRow, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    context = {"person": row} | {
        f"{name}_form": bound.get(name) or make(request, row, None)
        for name, (make, _act) in FORMS.items()
    }
    return render(request, "workspace/person.html", context, status=422 if bound else 200)


def _show_password(request: StaffRequest, user_id: int, password: str) -> HttpResponseBase:
    row = person_row(user_id=user_id, by=request.actor, on=dutch_day(request.at))
    return render(request, "workspace/person_password.html", {"person": row, "password": password})


def _details_form(_request: StaffRequest, row: PersonRow, posted: Any) -> forms.Form:
    initial = {name: getattr(row, name) for name in DetailsForm.base_fields}
    return DetailsForm(posted, initial=initial, auto_id="id_details_%s")


def _role_form(_request: StaffRequest, _row: PersonRow, posted: Any) -> forms.Form:
    return RoleForm(posted, auto_id="id_role_%s")


def _duty_form(request: StaffRequest, _row: PersonRow, posted: Any) -> forms.Form:
    return DutyForm(posted, areas=every_area(request), auto_id="id_duty_%s")


def _change(request: StaffRequest, user_id: int, values: dict[str, Any]) -> str:
    actions.change_details(user_id=user_id, **values, by=request.actor, at=request.at)
    return _("De gegevens zijn bewaard.")


def _assign(request: StaffRequest, user_id: int, values: dict[str, Any]) -> str:
    actions.assign_role(user_id=user_id, role=Role(values["role"]), by=request.actor, at=request.at)
    return _("De rol is gegeven.")


def _set_duty(request: StaffRequest, user_id: int, values: dict[str, Any]) -> str:
    actions.set_duty(
        user_id=user_id,
        area_id=values["area"],
        kind=DutyKind(values["kind"]),
        starts_on=values["starts_on"],
        by=request.actor,
        at=request.at,
    )
    return _("De dienst is gegeven.")


def _end_role(request: StaffRequest, user_id: int) -> str:
    if request.POST.get("role") not in Role.values:
        raise Http404
    actions.end_role(
        user_id=user_id, role=Role(request.POST["role"]), by=request.actor, at=request.at
    )
    return _("De rol is beëindigd.")


def _close(request: StaffRequest, user_id: int) -> str:
    actions.close_account(user_id=user_id, by=request.actor, at=request.at)
    return _("Het account is gesloten.")


FORMS: dict[str, tuple[Callable[[StaffRequest, PersonRow, Any], forms.Form], Deed]] = {
    "details": (_details_form, _change),
    "role": (_role_form, _assign),
    "duty": (_duty_form, _set_duty),
}
PLAIN_DEEDS: dict[str, Callable[[StaffRequest, int], str]] = {
    "end_role": _end_role,
    "close": _close,
}
PASSWORD_DEEDS = {"password": actions.reset_password, "reopen": actions.reopen_account}
