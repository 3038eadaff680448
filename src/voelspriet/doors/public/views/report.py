# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling: one question a page, everything kept on the way, nothing left on the device.

The draft's key travels in a hidden field of a POST and nowhere else, so every page after the
first is the answer to a POST; sending such a page again is harmless.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from voelspriet.doors.public.numbers import NUMBERS
from voelspriet.doors.public.receipt_page import show_receipt
from voelspriet.doors.public.sending import Unanswered, send
from voelspriet.doors.public.walk import (
    STEPS,
    Walk,
    municipality_of,
    new_walk,
    take_answers,
    walk_of,
)
from voelspriet.ground.areas.queries import municipalities, outlines
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.ui.languages import language_links
from voelspriet.listen.intake.forms.report import QuestionForm, WhatForm

MAP_AGE = 600  # seconds; the base map holds nothing about anybody


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask the first question; where several municipalities share a host, ask which one first."""
    row = municipality_of(request)
    if row is None:
        return render(request, "public/report_which.html", {"municipalities": municipalities()})
    walk = new_walk(row, request.at)  # type: ignore[attr-defined]
    return _ask(request, walk, "wat", WhatForm(), is_kept=False)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step_page(request: HttpRequest, step: str) -> HttpResponse:
    """Take the answers of one question and ask the next, the one before, or the same again."""
    if step not in STEPS:
        raise Http404
    if request.method != "POST":
        return start(request) if step == "wat" else redirect("public:report")
    walk = walk_of(request) or _begun(request, step)
    if walk is None:
        return _expired(request)
    if walk.content.is_sent:
        return _show_receipt(request, walk)
    form = take_answers(walk, step, request)
    where = _where_to(step, request.POST.get("go", "next"), is_valid=form.is_valid())
    if where == step:
        is_same = request.POST.get("go") in {"stay", "search"}
        return _ask(request, walk, step, _same_again(walk, step, form) if is_same else form)
    return _ask(request, walk, where, walk.form(where))


@never_cache
@require_POST
def receipt(request: HttpRequest) -> HttpResponse:
    """Take the last answers, send the report and show its receipt."""
    walk = walk_of(request)
    if walk is None:
        return _expired(request)
    if walk.content.is_sent:
        return _show_receipt(request, walk)
    form = take_answers(walk, "horen", request)
    if request.POST.get("go", "next") == "back":
        return _ask(request, walk, "hoe", walk.form("hoe"))
    if request.POST.get("go") == "stay":
        return _ask(request, walk, "horen", walk.form("horen"))
    if not form.is_valid():
        return _ask(request, walk, "horen", form)
    return _show_receipt(request, walk)


@require_GET
@cache_control(public=True, max_age=MAP_AGE)
def map_data(request: HttpRequest) -> HttpResponse:
    """Return the base map as GeoJSON, so that no third party sees where anybody looks."""
    row = municipality_of(request)
    if row is None:
        raise Http404
    return JsonResponse(outlines(municipality_id=row.id), content_type="application/geo+json")


def _begun(request: HttpRequest, step: str) -> Walk | None:
    """Return a new walk when the first question was answered; a later one has lost its draft."""
    row = municipality_of(request)
    if step != "wat" or row is None:
        return None
    return new_walk(row, request.at)  # type: ignore[attr-defined]


def _where_to(step: str, go: str, *, is_valid: bool) -> str:
    """Return the question to show after `step`."""
    place = STEPS.index(step)
    if go == "back":
        return STEPS[max(place - 1, 0)]
    if go in {"stay", "search"} or not is_valid:
        return step
    return STEPS[min(place + 1, len(STEPS) - 1)]


def _same_again(walk: Walk, step: str, form: QuestionForm) -> QuestionForm:
    """Return the same question without complaints about what is not finished; files' stay."""
    again = walk.form(step)
    refusals = {name: form.errors[name] for name in ("voice", "photos") if name in form.errors}
    return form if refusals else again


def _ask(
    request: HttpRequest, walk: Walk, step: str, form: QuestionForm, *, is_kept: bool = True
) -> HttpResponse:
    number = STEPS.index(step) + 1
    action = reverse("public:receipt") if step == STEPS[-1] else _step_path(step)
    context: dict[str, Any] = {
        "form": form,
        "step": step,
        "number": number,
        "count": len(STEPS),
        "action": action,
        "draft": str(walk.token) if is_kept else "",
        "walk": walk.content,
        "municipality": walk.municipality,
        "shared_host": request.municipality is None,  # type: ignore[attr-defined]
        "numbers": NUMBERS if walk.content.danger_shown else (),
        "language_links": language_links(_step_path(step), request.LANGUAGE_CODE),
        "keep_language": is_kept or step == "wat",
        "is_anonymous": walk.is_anonymous,
        "map_tiles_url": settings.MAP_TILES_URL,
    }
    return render(request, f"public/report_{step}.html", context)


def _step_path(step: str) -> str:
    return reverse("public:report_step", kwargs={"step": step})


def _show_receipt(request: HttpRequest, walk: Walk) -> HttpResponse:
    try:
        given = send(walk)
    except Unanswered as unanswered:
        return _ask(request, walk, unanswered.step, unanswered.form)
    except Refused as refusal:
        form = walk.form("horen", data=request.POST)
        form.is_valid()
        name = refusal.field if refusal.field in form.fields else None
        form.add_error(name, refusal.reason)
        return _ask(request, walk, "horen", form)
    again = {"draft": str(walk.token)}
    return show_receipt(request, given, walk.municipality, reverse("public:receipt"), again)


def _expired(request: HttpRequest) -> HttpResponse:
    """Say that the draft is gone, and give back the words that came along."""
    words = [
        value
        for name in ("text", "words", "street", "name", "email", "phone")
        for value in request.POST.getlist(name)
        if value.strip()
    ]
    return render(
        request,
        "public/report_expired.html",
        {"words": words, "text": "\n".join(words)},
        status=410,
    )
