# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Following an initiative with its code: the same door as reports, the same care.

The code travels in the body of each request and nowhere else. What the starter wrote is never
shown again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.queries.of_initiatives import promised_to_starter
from voelspriet.act.initiatives.actions import (
    say_status_myself,
    withdraw_initiative,
    write_further,
)
from voelspriet.act.initiatives.choices import InitiativeStatus
from voelspriet.act.initiatives.forms.starting import FurtherForm, OwnStatusForm
from voelspriet.act.initiatives.queries.following import followed
from voelspriet.ground.privacy.actors import Actor, Refused, resident
from voelspriet.lib.working_days import dutch_day

UNPROCESSABLE = 422
SAID = {
    "write": _("Uw bericht is bij ons. Dank u wel."),
    "status": _("Dank u wel. Wij weten nu hoe het ervoor staat."),
    "withdraw": _("U heeft uw initiatief ingetrokken. Uw woorden zijn gewist."),
}


@dataclass(slots=True)
class _Turn:
    """One request of somebody whose code is right, and what came of it."""

    data: Any
    code: str
    by: Actor
    at: datetime
    said: Promise | str = ""
    forms: dict[str, Form] = field(default_factory=dict)
    refused: str = ""


def follow_initiative(
    request: HttpRequest, *, initiative_id: int, code: str, at: datetime
) -> HttpResponse:
    """Do what was asked with a right code, and show the initiative."""
    town = getattr(request, "municipality", None)
    turn = _Turn(request.POST, code, resident(town.id if town else None), at)
    name = request.POST.get("do", "")
    deed = DEEDS.get(name)
    if deed is not None:
        try:
            deed(turn)
        except Refused as error:
            form = turn.forms.get(name)
            if form is None:
                turn.refused = error.reason
            else:
                form.add_error(error.field if error.field in form.fields else None, error.reason)
    context = {
        "code": code,
        "initiative": followed(initiative_id=initiative_id, on=dutch_day(at)),
        "promises": promised_to_starter(initiative_id=initiative_id, on=dutch_day(at)),
        "write_form": turn.forms.get("write")
        or FurtherForm(initial={"submission": secrets.token_urlsafe(24)}),
        "status_form": turn.forms.get("status") or OwnStatusForm(),
        "said": turn.said,
        "refused": turn.refused,
    }
    status = UNPROCESSABLE if turn.refused or turn.forms else 200
    return render(request, "public/initiative_follow.html", context, status=status)


def _write(turn: _Turn) -> None:
    form = FurtherForm(turn.data)
    turn.forms["write"] = form
    if not form.is_valid():
        return
    write_further(
        code=turn.code,
        text=form.cleaned_data["text"],
        language=get_language() or "nl",
        submission=form.cleaned_data["submission"],
        by=turn.by,
        at=turn.at,
    )
    del turn.forms["write"]
    turn.said = SAID["write"]


def _status(turn: _Turn) -> None:
    form = OwnStatusForm(turn.data)
    turn.forms["status"] = form
    if not form.is_valid():
        return
    say_status_myself(
        code=turn.code,
        status=InitiativeStatus(form.cleaned_data["status"]),
        why=form.cleaned_data["why"],
        by=turn.by,
        at=turn.at,
    )
    del turn.forms["status"]
    turn.said = SAID["status"]


def _withdraw(turn: _Turn) -> None:
    withdraw_initiative(code=turn.code, by=turn.by, at=turn.at)
    turn.said = SAID["withdraw"]


DEEDS: dict[str, Callable[[_Turn], None]] = {
    "write": _write,
    "status": _status,
    "withdraw": _withdraw,
}
