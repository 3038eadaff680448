# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is done to a round: opened, closed, made public; and a sheet taken away."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.maps.rounds import LEADERS
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.listen.drawings.actions import (
    close_map_round,
    open_map_round,
    publish_map_result,
    remove_map_sheet,
)
from voelspriet.listen.drawings.forms.rounds import RemoveForm


@require_POST
@staff(*LEADERS)
def map_deed(request: StaffRequest, reference: str, deed: str) -> HttpResponseBase:
    """Do one thing to a round and go back to its page; a refusal is said there."""
    do = DEEDS.get(deed)
    if do is None:
        raise Http404
    try:
        said = do(request, reference)
    except OutOfScope:
        raise
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, said)
    return redirect("workspace:map_round", reference)


def _open(request: StaffRequest, reference: str) -> str:
    open_map_round(reference=reference, by=request.actor, at=request.at)
    return _("De kaartronde is open.")


def _close(request: StaffRequest, reference: str) -> str:
    close_map_round(reference=reference, by=request.actor, at=request.at)
    return _("De kaartronde is dicht. Papieren kaarten kunt u nog invoeren.")


def _publish(request: StaffRequest, reference: str) -> str:
    publish_map_result(reference=reference, by=request.actor, at=request.at)
    return _("De uitkomst is openbaar.")


def _remove(request: StaffRequest, reference: str) -> str:
    form = RemoveForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Vul het kenmerk van het kaartblad in."))
    remove_map_sheet(
        round_reference=reference,
        reference=form.cleaned_data["reference"].strip().upper(),
        by=request.actor,
        at=request.at,
    )
    return _("Het kaartblad is weg, met alles wat erop stond.")


DEEDS: dict[str, Callable[[StaffRequest, str], str]] = {
    "openen": _open,
    "sluiten": _close,
    "publiceren": _publish,
    "wissen": _remove,
}
