# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping the social map: the list with what is old, a new organisation, and one of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.ground.network import actions
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.forms.social_map import (
    EntryForm,
    EntryTextForm,
    KeepFilterForm,
    NewEntryForm,
)
from voelspriet.ground.network.queries import social_map as reading
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

KEEPERS = (Role.AREA_ADVISER, Role.ADMINISTRATOR)
UNPROCESSABLE = 422
CONTACT = ("name", "email", "phone", "address", "website")


@require_safe
@staff(*KEEPERS)
def entries(request: StaffRequest) -> HttpResponseBase:
    """List the organisations of the municipality, filtered by what stands in the address."""
    form = KeepFilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    page = reading.entries(
        by=request.actor,
        on=dutch_day(request.at),
        words=asked.get("zoek", ""),
        stand=asked.get("stand", ""),
        cursor=request.GET.get("na", ""),
    )
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    context = {
        "form": form,
        "page": page,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
    }
    return render(request, "workspace/social_map.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*KEEPERS)
def entry_new(request: StaffRequest) -> HttpResponseBase:
    """Put a new organisation on the map."""
    form = NewEntryForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            given = form.cleaned_data | {"kind": OrganisationKind(form.cleaned_data["kind"])}
            made = actions.add_to_social_map(**given, by=request.actor, at=request.at)
            messages.success(request, _("Het staat op de sociale kaart. Vul het verder aan."))
            return redirect("workspace:social_map_entry", made)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workspace/social_map_new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*KEEPERS)
def entry(request: StaffRequest, organisation_id: int) -> HttpResponseBase:
    """Show one organisation, and do what who keeps the map asks."""
    found = reading.entry(
        organisation_id=organisation_id, by=request.actor, on=dutch_day(request.at)
    )
    if request.method != "POST":
        return _page(request, found, {})
    deed = request.POST.get("deed", "")
    form = _forms(request, found, {deed: request.POST}).get(deed)
    if form is None:
        return _unlisted(request, organisation_id, deed)
    if form.is_valid():
        with refusals_on(form):
            _run(request, organisation_id, deed, form.cleaned_data)
            return redirect("workspace:social_map_entry", organisation_id)
    return _page(request, found, {deed: form})


def _unlisted(request: StaffRequest, organisation_id: int, deed: str) -> HttpResponseBase:
    if deed != "unlist":
        raise Http404
    try:
        actions.unlist_entry(organisation_id=organisation_id, by=request.actor, at=request.at)
        messages.success(request, _("Het staat niet meer op de openbare kaart."))
    except OutOfScope:
        raise
    except Refused as refused:
        messages.error(request, refused.reason)
    return redirect("workspace:social_map_entry", organisation_id)


def _run(request: StaffRequest, organisation_id: int, deed: str, given: dict[str, Any]) -> None:
    if deed == "details":
        actions.change_entry(
            organisation_id=organisation_id,
            contact={part: given[part] for part in CONTACT},
            kind=OrganisationKind(given["kind"]),
            subjects=given["subjects"],
            languages=given["languages"],
            area_ids=given["areas"],
            involvement=given["involvement"],
            pace=given["pace"],
            source=given["source"],
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("Bewaard, en vandaag nagekeken."))
        return
    actions.write_entry_text(
        organisation_id=organisation_id,
        language=deed.split("-", 1)[1],
        about=given["about"],
        opening=given["opening"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De tekst is bewaard."))


def _forms(
    request: StaffRequest, found: reading.EntryDetail, posted: dict[str, Any]
) -> dict[str, forms.Form]:
    start = {part: getattr(found, part) for part in CONTACT if part != "name"}
    start |= {"name": found.row.name, "kind": found.kind, "source": found.source}
    start |= {"subjects": found.subject_codes, "languages": found.languages}
    start |= {"areas": found.area_ids, "involvement": found.involvement, "pace": found.pace}
    every: dict[str, forms.Form] = {
        "details": EntryForm(
            posted.get("details"),
            areas=every_area(request),
            initial=start,
            auto_id="id_details_%s",
        )
    }
    for language, _name in settings.LANGUAGES:
        about, opening = found.texts.get(language, ("", ""))
        every[f"text-{language}"] = EntryTextForm(
            posted.get(f"text-{language}"),
            initial={"about": about, "opening": opening},
            auto_id=f"id_{language}_%s",
        )
    return every


def _page(
    request: StaffRequest, found: reading.EntryDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    every = _forms(request, found, {}) | bound
    context = {
        "entry": found,
        "row": found.row,
        "bound": bound,
        "details": every["details"],
        "languages": [
            (code, name, found.texts.get(code), every[f"text-{code}"])
            for code, name in settings.LANGUAGES
        ],
    }
    status = UNPROCESSABLE if bound else 200
    return render(request, "workspace/social_map_entry.html", context, status=status)
