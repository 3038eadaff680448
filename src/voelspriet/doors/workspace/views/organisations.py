# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, who handles matters for them and their faces, for the administrator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area, holders
from voelspriet.ground.network import actions
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.forms import FaceForm, MemberForm, OrganisationForm
from voelspriet.ground.network.queries import OrganisationDetail
from voelspriet.ground.network.queries import organisation as organisation_detail
from voelspriet.ground.network.queries import organisations as organisation_rows
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def organisations(request: StaffRequest) -> HttpResponseBase:
    """List the organisations and make one."""
    form = OrganisationForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            made = actions.create_organisation(**_values(form), by=request.actor, at=request.at)
            messages.success(request, _("De organisatie is gemaakt."))
            return redirect("workspace:organisation", made)
    closed = request.GET.get("gesloten") == "ja"
    context = {
        "form": form,
        "closed": closed,
        "organisations": organisation_rows(by=request.actor, closed=closed),
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/organisations.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def organisation(request: StaffRequest, organisation_id: int) -> HttpResponseBase:
    """Show one organisation, and do what the administrator asks."""
    detail = organisation_detail(organisation_id=organisation_id, by=request.actor)
    deed = request.POST.get("deed", "")
    if request.method != "POST":
        return _page(request, detail, {})
    if deed in FORMS:
        make, act = FORMS[deed]
        form = make(request, detail, request.POST)
        if form.is_valid():
            with refusals_on(form):
                messages.success(request, act(request, organisation_id, form))
                return redirect("workspace:organisation", organisation_id)
        return _page(request, detail, {deed: form})
    if deed not in PLAIN_DEEDS:
        raise Http404
    try:
        messages.success(request, PLAIN_DEEDS[deed](request, organisation_id))
    except OutOfScope:
        raise
    except Refused as refused:
        messages.error(request, refused.reason)
    return redirect("workspace:organisation", organisation_id)


def _page(
    request: StaffRequest, detail: OrganisationDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    context: dict[str, Any] = {"detail": detail, "organisation": detail.organisation}
    for name, (make, _act) in FORMS.items():
        context[f"{name}_form"] = bound.get(name) or make(request, detail, None)
    return render(request, "workspace/organisation.html", context, status=422 if bound else 200)


def _values(form: forms.Form) -> dict[str, Any]:
    return form.cleaned_data | {"kind": OrganisationKind(form.cleaned_data["kind"])}


def _details_form(_request: StaffRequest, detail: OrganisationDetail, posted: Any) -> forms.Form:
    row = detail.organisation
    initial = {"name": row.name, "kind": row.kind, "email": row.email, "phone": row.phone}
    return OrganisationForm(posted, initial=initial, auto_id="id_details_%s")


def _member_form(request: StaffRequest, detail: OrganisationDetail, posted: Any) -> forms.Form:
    members = {one.user_id for one in detail.members}
    handlers = [one for one in holders(request, Role.HANDLER) if one[0] not in members]
    return MemberForm(posted, colleagues=handlers, auto_id="id_member_%s")


def _face_form(request: StaffRequest, _detail: OrganisationDetail, posted: Any) -> forms.Form:
    return FaceForm(posted, areas=every_area(request), auto_id="id_face_%s")


def _change(request: StaffRequest, organisation_id: int, form: forms.Form) -> str:
    actions.change_organisation(
        organisation_id=organisation_id, **_values(form), by=request.actor, at=request.at
    )
    return _("De gegevens zijn bewaard.")


def _add_member(request: StaffRequest, organisation_id: int, form: forms.Form) -> str:
    actions.add_member(
        organisation_id=organisation_id,
        user_id=form.cleaned_data["user"],
        by=request.actor,
        at=request.at,
    )
    return _("De behandelaar is toegevoegd.")


def _add_face(request: StaffRequest, organisation_id: int, form: forms.Form) -> str:
    values = dict(form.cleaned_data)
    actions.add_face(
        area_id=values.pop("area"),
        organisation_id=organisation_id,
        **values,
        by=request.actor,
        at=request.at,
    )
    return _("Het gezicht is toegevoegd.")


def _remove_member(request: StaffRequest, organisation_id: int) -> str:
    actions.remove_member(
        organisation_id=organisation_id,
        user_id=_number(request, "user"),
        by=request.actor,
        at=request.at,
    )
    return _("De behandelaar is weggehaald.")


def _remove_face(request: StaffRequest, _organisation_id: int) -> str:
    actions.remove_face(face_id=_number(request, "face"), by=request.actor, at=request.at)
    return _("Het gezicht is weggehaald.")


def _close(request: StaffRequest, organisation_id: int) -> str:
    actions.close_organisation(organisation_id=organisation_id, by=request.actor, at=request.at)
    return _("De organisatie is gesloten.")


def _reopen(request: StaffRequest, organisation_id: int) -> str:
    actions.reopen_organisation(organisation_id=organisation_id, by=request.actor, at=request.at)
    return _("De organisatie is weer open.")


def _number(request: StaffRequest, name: str) -> int:
    value = request.POST.get(name, "")
    if not value.isdecimal():
        raise Http404
    return int(value)


Make = Callable[[StaffRequest, OrganisationDetail, Any], forms.Form]
FORMS: dict[str, tuple[Make, Callable[[StaffRequest, int, forms.Form], str]]] = {
    "details": (_details_form, _change),
    "member": (_member_form, _add_member),
    "face": (_face_form, _add_face),
}
PLAIN_DEEDS: dict[str, Callable[[StaffRequest, int], str]] = {
    "remove_member": _remove_member,
    "remove_face": _remove_face,
    "close": _close,
    "reopen": _reopen,
}
