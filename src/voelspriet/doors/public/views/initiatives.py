# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Residents' initiatives: beginning one on one page, and the list of an area."""

from __future__ import annotations

from secrets import token_urlsafe

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.initiatives.actions import start_initiative
from voelspriet.act.initiatives.forms.starting import StartForm
from voelspriet.act.initiatives.queries.codes import initiative_id_of, receipt_of
from voelspriet.act.initiatives.queries.following import start_facts
from voelspriet.answer.pages.queries.initiatives import listed_initiatives
from voelspriet.doors.public.numbers import NUMBERS, SEEN, must_show_numbers
from voelspriet.doors.public.walk import municipality_of
from voelspriet.ground.areas import queries as areas
from voelspriet.ground.areas.queries import MunicipalityRow, municipalities
from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.ground.ui.caching import unless_unchanged
from voelspriet.ground.ui.languages import language_links
from voelspriet.ground.ui.receipts import receipt_card
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.told import Receipt


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def initiative_new(request: HttpRequest) -> HttpResponse:
    """Show the page to begin an initiative, or receive one."""
    row = municipality_of(request)
    if row is None:
        return render(request, "public/report_which.html", {"municipalities": municipalities()})
    if request.method != "POST":
        initial = {"area": request.GET.get("buurt", "")[:20]}
        form = StartForm(municipality_id=row.id, initial=initial)
        return _show(request, row, form, token_urlsafe(24))
    submission = request.POST.get("submission", "")[:64] or token_urlsafe(24)
    earlier = receipt_of(submission=submission)
    if earlier is not None:
        return _receipt(request, earlier, row, submission)
    return _take(request, row, submission)


def _take(request: HttpRequest, row: MunicipalityRow, submission: str) -> HttpResponse:
    form = StartForm(request.POST, municipality_id=row.id)
    if request.POST.get("go") == "stay":
        kept = {name: form[name].data for name in form.fields}
        return _show(request, row, StartForm(municipality_id=row.id, initial=kept), submission)
    if not form.is_valid():
        return _show(request, row, form, submission)
    if must_show_numbers(request, form.cleaned_data["idea"], municipality_id=row.id):
        return _show(request, row, form, submission, is_danger=True)
    try:
        given = start_initiative(
            municipality_id=row.id,
            told=form.told(submission=submission, language=get_language() or "nl"),
            by=resident(row.id),
            at=request.at,  # type: ignore[attr-defined]
        )
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        return _show(request, row, form, submission)
    return _receipt(request, given, row, submission)


def _show(
    request: HttpRequest,
    row: MunicipalityRow,
    form: StartForm,
    submission: str,
    *,
    is_danger: bool = False,
) -> HttpResponse:
    path = reverse("public:initiative_new")
    context = {
        "numbers": NUMBERS if is_danger or SEEN in request.POST else (),
        "form": form,
        "submission": submission,
        "municipality": row,
        "shared_host": request.municipality is None,  # type: ignore[attr-defined]
        "action": path,
        "language_links": language_links(path, request.LANGUAGE_CODE),
        "keep_language": True,
    }
    status = 422 if form.errors else 200
    return render(request, "public/initiative_new.html", context, status=status)


def _receipt(
    request: HttpRequest, given: Receipt, row: MunicipalityRow, submission: str
) -> HttpResponse:
    path = reverse("public:initiative_new")
    context = {
        "card": receipt_card(given.code, path=reverse("public:follow")),
        "facts": start_facts(initiative_id=initiative_id_of(code=given.code) or 0),
        "municipality": row,
        "again": {"submission": submission, "gemeente": row.slug},
        "action": path,
        "language_links": language_links(path, request.LANGUAGE_CODE),
        "keep_language": True,
    }
    return render(request, "public/initiative_receipt.html", context)


@require_safe
def initiatives(request: HttpRequest, municipality: str, area: str) -> HttpResponseBase:
    """Show what residents do in a neighbourhood, as far as they agreed to be listed."""
    town = areas.municipality(slug=municipality)
    row = areas.area_by_slug(municipality_id=town.id, slug=area) if town else None
    if town is None or row is None:
        raise Http404
    listed = listed_initiatives(
        area_ids=[one.id for one in areas.areas_within(area_id=row.id)],
        language=get_language() or "nl",
        on=dutch_day(request.at),  # type: ignore[attr-defined]
    )
    context = {"area": row, "town": town, "listed": listed}
    return unless_unchanged(request, render(request, "public/initiatives.html", context))
