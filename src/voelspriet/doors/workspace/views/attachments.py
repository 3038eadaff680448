# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos and recordings: shown to who may look, each look logged; decided on; written out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from voelspriet.doors.workspace.access import staff
from voelspriet.doors.workspace.asker import asker
from voelspriet.doors.workspace.signal_page import draw_signal, named
from voelspriet.doors.workspace.views.signals import UNPROCESSABLE, refuse
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.actions import clear_photo, open_attachment, transcribe_voice
from voelspriet.listen.intake.forms.directing import TranscribeForm
from voelspriet.listen.intake.queries import signal_of_attachment


@staff(Role.AREA_ADVISER, Role.HANDLER)
@require_GET
def show_attachment(request: HttpRequest, file_name: str) -> HttpResponse:
    """Give a photo or recording to who may see it. Nothing keeps it: no cache, no other frame."""
    who = asker(request)
    opened = open_attachment(file_name=file_name, by=who.by, at=who.at)
    response = HttpResponse(opened.content, content_type=opened.media_type)
    response["Content-Disposition"] = "inline"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return response


@staff(Role.AREA_ADVISER)
@require_POST
def decide_photo(request: HttpRequest, file_name: str) -> HttpResponse:
    """Clear a photo, or take that back."""
    who = asker(request)
    cleared = request.POST.get("besluit") == "vrij"
    reference = clear_photo(file_name=file_name, cleared=cleared, by=who.by, at=who.at)
    done = _("Deze foto mag mee met een overdracht.") if cleared else _("Deze foto blijft hier.")
    messages.success(request, done)
    return redirect("workspace:signal", reference=reference)


@staff(Role.AREA_ADVISER)
@require_POST
def write_out(request: HttpRequest, file_name: str) -> HttpResponse:
    """Write a recording out; the recording is destroyed."""
    who = asker(request)
    form = named("uitschrijven", TranscribeForm, request.POST)
    reference = signal_of_attachment(file_name=file_name, by=who.by)
    if form.is_valid():
        try:
            transcribe_voice(
                file_name=file_name,
                text=form.cleaned_data["text"],
                by=who.by,
                at=who.at,
            )
        except OutOfScope:
            raise
        except Refused as error:
            refuse(form, error)
        else:
            messages.success(request, _("Uitgeschreven. De opname is vernietigd."))
            return redirect("workspace:signal", reference=reference)
    return draw_signal(request, reference, failed={"uitschrijven": form}, status=UNPROCESSABLE)
