# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Following with a receipt code: see where it stands, write further, say yes or no, take back.

The code travels in the body of each request and nowhere else: not in an address, a cookie, a
session or a log. What the reporter wrote is never shown again.
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
from django.utils.cache import add_never_cache_headers
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from voelspriet.act.initiatives.queries.codes import initiative_id_of
from voelspriet.answer.replies.actions import rate_signal
from voelspriet.answer.replies.forms import CodeForm, RatingForm, SecondRatingForm, WriteForm
from voelspriet.answer.replies.queries import Conversation, Matter, conversation
from voelspriet.doors.public.views.initiative_follow import follow_initiative
from voelspriet.ground.privacy.actors import Actor, Refused, resident
from voelspriet.listen.intake.actions import (
    add_message,
    answer_introduction,
    answer_permission,
    try_code,
    withdraw_signal,
)

UNPROCESSABLE = 422
SAID: dict[str, Promise] = {
    "write": gettext_lazy("Uw bericht is bij ons. Dank u wel."),
    "yes": gettext_lazy("U zei ja. Wij gaan ermee aan de slag."),
    "no": gettext_lazy("U zei nee. Wij doen niets."),
    "read_yes": gettext_lazy("U zei ja. Uw nieuwe adviseur mag het lezen."),
    "read_no": gettext_lazy("U zei nee. Het blijft bij wie het al wist."),
    "withdraw": gettext_lazy("U heeft uw bericht ingetrokken. Wij doen er niets meer mee."),
    "kept": gettext_lazy("Dank u wel. Wij leren hiervan."),
    "reopened": gettext_lazy(
        "Dat spijt ons. Wij gaan er opnieuw naar kijken en u krijgt nog een antwoord."
    ),
    "review": gettext_lazy(
        "Dat spijt ons. Een collega die hier nog niet bij was, kijkt ernaar. U leest hier wat die "
        "besluit."
    ),
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


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for a code; with the right one, show the conversation and do what was asked."""
    response = _opened(request) if request.method == "POST" else _asked(request, CodeForm())
    add_never_cache_headers(response)
    return response


def _asked(request: HttpRequest, form: CodeForm) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "public/follow_code.html", {"form": form}, status=status)


def _wrong(request: HttpRequest, reason: str) -> HttpResponse:
    """Ask again with one sentence, whatever else the form would say about what was typed."""
    form = CodeForm(request.POST)
    form.errors.clear()
    form.add_error("code", reason)
    return _asked(request, form)


def _opened(request: HttpRequest) -> HttpResponse:
    at: datetime = request.at  # type: ignore[attr-defined]
    # one way through for every wrong code, also one that is empty or far too long
    typed = request.POST.get("code", "")[:80]
    initiative_id = initiative_id_of(code=typed)
    if initiative_id is not None:
        return follow_initiative(request, initiative_id=initiative_id, code=typed, at=at)
    try:
        signal_id = try_code(typed=typed, at=at)
    except Refused as error:
        return _wrong(request, error.reason)
    if signal_id is None:
        return _wrong(request, _("Deze code klopt niet. Kijk de 16 cijfers nog eens na."))
    municipality = getattr(request, "municipality", None)
    turn = _Turn(
        data=request.POST,
        code=typed,
        by=resident(municipality.id if municipality else None),
        at=at,
    )
    deed = DEEDS.get(request.POST.get("do", ""))
    if deed is not None:
        try:
            deed(turn)
        except Refused as error:
            turn.refused = error.reason
    return _shown(request, turn, conversation(signal_id=signal_id, at=at))


def _shown(request: HttpRequest, turn: _Turn, talk: Conversation) -> HttpResponse:
    context = {
        "code": turn.code,
        "conversation": talk,
        "matters": [(matter, _rating_form(turn, matter)) for matter in talk.matters],
        "write_form": turn.forms.get("write") or WriteForm(initial={"submission": _token()}),
        "said": turn.said,
        "refused": turn.refused,
    }
    status = UNPROCESSABLE if turn.refused or turn.forms else 200
    return render(request, "public/follow.html", context, status=status)


def _rating_form(turn: _Turn, matter: Matter) -> Form | None:
    """Return the form for "were you heard?": with what was typed when that went wrong."""
    if matter.rating_round is None:
        return None
    mine = turn.forms.get(f"rate {matter.reference}")
    kind = RatingForm if matter.rating_round == 1 else SecondRatingForm
    return mine or kind(auto_id=f"id_{matter.reference}_%s")


def _token() -> str:
    return secrets.token_urlsafe(24)


def _write(turn: _Turn) -> None:
    form = WriteForm(turn.data)
    turn.forms["write"] = form
    if not form.is_valid():
        return
    add_message(
        code=turn.code,
        text=form.cleaned_data["text"],
        language=get_language() or "nl",
        submission=form.cleaned_data["submission"],
        by=turn.by,
        at=turn.at,
    )
    del turn.forms["write"]
    turn.said = SAID["write"]


def _permit(turn: _Turn) -> None:
    granted = turn.data.get("granted")
    if granted not in {"yes", "no"}:
        raise Refused(_("Kies ja of nee."))
    answer_permission(
        code=turn.code,
        reference=turn.data.get("reference", ""),
        granted=granted == "yes",
        by=turn.by,
        at=turn.at,
    )
    turn.said = SAID[granted]


def _introduce(turn: _Turn) -> None:
    granted, person = turn.data.get("granted"), turn.data.get("person", "")
    if granted not in {"yes", "no"} or not (person.isascii() and person.isdigit()):
        raise Refused(_("Kies ja of nee."))
    answer_introduction(
        code=turn.code,
        user_id=int(person[:18]),
        granted=granted == "yes",
        by=turn.by,
        at=turn.at,
    )
    turn.said = SAID["read_yes" if granted == "yes" else "read_no"]


def _withdraw(turn: _Turn) -> None:
    withdraw_signal(code=turn.code, by=turn.by, at=turn.at)
    turn.said = SAID["withdraw"]


def _rate(turn: _Turn) -> None:
    reference = turn.data.get("reference", "")
    form = SecondRatingForm(turn.data, auto_id=f"id_{reference}_%s")
    if not form.is_valid():
        turn.forms[f"rate {reference}"] = form
        return
    outcome = rate_signal(
        code=turn.code,
        reference=reference,
        face=form.cleaned_data["face"],
        words=form.cleaned_data["words"],
        may_read=form.cleaned_data["may_read"],
        by=turn.by,
        at=turn.at,
    )
    turn.said = SAID[outcome]


DEEDS: dict[str, Callable[[_Turn], None]] = {
    "write": _write,
    "permit": _permit,
    "introduce": _introduce,
    "withdraw": _withdraw,
    "rate": _rate,
}
