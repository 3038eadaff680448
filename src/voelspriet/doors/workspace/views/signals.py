# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One signal: its page, and what an adviser does with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from voelspriet.doors.workspace.access import staff
from voelspriet.doors.workspace.asker import asker
from voelspriet.doors.workspace.deeds import DEEDS, DIRECTOR_DEEDS
from voelspriet.doors.workspace.signal_page import draw_signal, named
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.actions import close_bundle, read_contact, settle_bundle
from voelspriet.listen.intake.forms.directing import ContactForm, SettleForm
from voelspriet.listen.intake.queries import signal_detail

UNPROCESSABLE = 422


@staff(Role.AREA_ADVISER, Role.DIRECTOR)
@require_GET
def show_signal(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one signal with everything that belongs to it."""
    return draw_signal(request, reference)


@staff(Role.AREA_ADVISER, Role.DIRECTOR)
@require_POST
def do_deed(request: HttpRequest, reference: str, deed: str) -> HttpResponse:
    """Do one of the deeds of the page; what is refused comes back beside its field."""
    known = DEEDS.get(deed)
    who = asker(request)
    if known is None or not (who.by.has(Role.AREA_ADVISER) or deed in DIRECTOR_DEEDS):
        raise Http404
    form = named(deed, known.form, request.POST)
    if form.is_valid():
        try:
            messages.success(request, known.run(reference, form.cleaned_data, who))
            return redirect("workspace:signal", reference=reference)
        except OutOfScope:
            raise
        except Refused as error:
            refuse(form, error)
    return draw_signal(request, reference, failed={deed: form}, status=UNPROCESSABLE)


@staff(Role.AREA_ADVISER)
@require_POST
def show_contact(request: HttpRequest, reference: str) -> HttpResponse:
    """Show how to reach the reporter, once: the page of this answer, and no other."""
    who = asker(request)
    form = named("contact", ContactForm, request.POST)
    if form.is_valid():
        try:
            contact = read_contact(
                reference=reference, reason=form.cleaned_data["reason"], by=who.by, at=who.at
            )
            return draw_signal(request, reference, contact=contact)
        except OutOfScope:
            raise
        except Refused as error:
            refuse(form, error)
    return draw_signal(request, reference, failed={"contact": form}, status=UNPROCESSABLE)


@staff(Role.AREA_ADVISER)
@require_POST
def settle_whole_bundle(request: HttpRequest, reference: str) -> HttpResponse:
    """Say of the whole bundle of this signal what became of it."""
    form = named("bundel-uitkomst", SettleForm, request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            count = _settle(request, reference, given)
        except OutOfScope:
            raise
        except Refused as error:
            refuse(form, error)
        else:
            text = ngettext("%(n)s melding bijgewerkt.", "%(n)s meldingen bijgewerkt.", count)
            messages.success(request, text % {"n": count})
            return redirect("workspace:signal", reference=reference)
    return draw_signal(request, reference, failed={"bundel-uitkomst": form}, status=UNPROCESSABLE)


@staff(Role.AREA_ADVISER)
@require_POST
def close_whole_bundle(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the signals of this bundle whose reporters have their answer."""
    who = asker(request)
    try:
        closed, left = close_bundle(reference=_bundle_of(request, reference), by=who.by, at=who.at)
    except OutOfScope:
        raise
    except Refused as error:
        messages.error(request, error.reason)
    else:
        text = _("%(closed)s gesloten. %(left)s wachten nog op een antwoord.")
        messages.success(request, text % {"closed": closed, "left": left})
    return redirect("workspace:signal", reference=reference)


def refuse(form: forms.Form, error: Refused) -> None:
    """Put a refusal beside its field, or above the form."""
    form.add_error(error.field if error.field in form.fields else None, error.reason)


def _settle(request: HttpRequest, reference: str, given: dict[str, Any]) -> int:
    who = asker(request)
    return settle_bundle(
        reference=_bundle_of(request, reference),
        done=given["outcome"] == "done",
        reason=given["reason"],
        by=who.by,
        at=who.at,
    )


def _bundle_of(request: HttpRequest, reference: str) -> str:
    who = asker(request)
    detail = signal_detail(reference=reference, by=who.by, on=who.on)
    if detail.bundle is None:
        raise OutOfScope(_("Deze bundel is er niet."))
    return detail.bundle.reference
