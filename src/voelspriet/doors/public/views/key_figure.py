# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A key figure's own page: see what is kept, say yes or no, correct, renew, stop.

As with a receipt code: the code travels in the body of each request and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from voelspriet.ground.network.actions import (
    agree_as_key_figure,
    leave_as_key_figure,
    try_key_code,
)
from voelspriet.ground.network.forms.key_figures import KeyCodeForm, OwnEntryForm
from voelspriet.ground.network.queries.key_figures import OwnEntry, own_entry
from voelspriet.ground.privacy.actors import Refused, resident

UNPROCESSABLE = 422
LONGEST_CODE = 80


@dataclass(slots=True)
class _Turn:
    """One request of somebody whose code is right, and what came of it."""

    code: str
    at: datetime
    form: Form | None = None
    said: str = ""
    is_gone: bool = False


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def key_figure(request: HttpRequest) -> HttpResponse:
    """Ask for a code; with the right one, show what is kept and do what was asked."""
    response = _opened(request) if request.method == "POST" else _asked(request, KeyCodeForm())
    add_never_cache_headers(response)
    return response


def _asked(request: HttpRequest, form: KeyCodeForm) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "public/key_figure_code.html", {"form": form}, status=status)


def _wrong(request: HttpRequest, reason: str) -> HttpResponse:
    form = KeyCodeForm(request.POST)
    form.errors.clear()
    form.add_error("code", reason)
    return _asked(request, form)


def _opened(request: HttpRequest) -> HttpResponse:
    turn = _Turn(request.POST.get("code", "")[:LONGEST_CODE], request.at)  # type: ignore[attr-defined]
    try:
        if not try_key_code(typed=turn.code, at=turn.at):
            return _wrong(request, _("Deze code klopt niet. Kijk de 16 cijfers nog eens na."))
    except Refused as error:
        return _wrong(request, error.reason)
    deed = request.POST.get("do", "")
    if deed == "agree":
        _agree(turn, request.POST)
    elif deed == "leave":
        _leave(turn)
    return _shown(request, turn)


def _agree(turn: _Turn, data: Any) -> None:
    form = OwnEntryForm(data)
    turn.form = form
    if not form.is_valid():
        return
    try:
        agree_as_key_figure(code=turn.code, **form.cleaned_data, by=resident(), at=turn.at)
    except Refused as error:
        form.add_error(error.field if error.field in form.fields else None, error.reason)
        return
    turn.form = None
    turn.said = _("Dank u wel. Zo staat het bij ons.")


def _leave(turn: _Turn) -> None:
    leave_as_key_figure(code=turn.code, by=resident(), at=turn.at)
    turn.is_gone = True


def _shown(request: HttpRequest, turn: _Turn) -> HttpResponse:
    if turn.is_gone:
        return render(request, "public/key_figure_gone.html")
    entry = own_entry(code=turn.code, at=turn.at)
    if entry is None:  # ended in another window between two looks
        return _wrong(request, _("Deze code klopt niet. Kijk de 16 cijfers nog eens na."))
    context = {
        "entry": entry,
        "form": turn.form or OwnEntryForm(initial=_start(entry)),
        "said": turn.said,
        "code": turn.code,
    }
    status = UNPROCESSABLE if turn.form else 200
    return render(request, "public/key_figure.html", context, status=status)


def _start(entry: OwnEntry) -> dict[str, Any]:
    names = ("role", "name", "phone", "email", "subjects", "involvement", "pace")
    return {name: getattr(entry, name) for name in names}
