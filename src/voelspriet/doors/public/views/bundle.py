# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bundle form: a prevention team or key figure tells many things, each with its place."""

from __future__ import annotations

from dataclasses import replace
from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from voelspriet.doors.public.numbers import NUMBERS, SEEN, must_show_numbers
from voelspriet.doors.public.receipt_page import show_receipt
from voelspriet.doors.public.walk import municipality_of
from voelspriet.ground.areas.queries import MunicipalityRow, municipalities
from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.ground.ui.languages import language_links
from voelspriet.listen.intake.actions import receive_bundle
from voelspriet.listen.intake.choices import Openness
from voelspriet.listen.intake.forms.together import ObservationForm, TellerForm
from voelspriet.listen.intake.queries.codes import receipt_of
from voelspriet.listen.intake.told import (
    MOST_OBSERVATIONS,
    BundleTold,
    ContactTold,
    Observation,
    Receipt,
)

FIRST_ROWS = 3
ROWS_MORE = 3


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell_bundle(request: HttpRequest) -> HttpResponse:
    """Show the form with a few rows, add rows when asked, or receive the bundle."""
    row = municipality_of(request)
    if row is None:
        return render(request, "public/report_which.html", {"municipalities": municipalities()})
    if request.method != "POST":
        rows = [ObservationForm(prefix=str(n), municipality_id=row.id) for n in range(FIRST_ROWS)]
        return _show(request, row, TellerForm(), rows, token_urlsafe(24))
    submission = request.POST.get("submission", "")[:64] or token_urlsafe(24)
    earlier = receipt_of(submission=submission)
    if earlier is not None:
        return _receipt(request, earlier, row, submission)
    return _take(request, row, submission)


def _take(request: HttpRequest, row: MunicipalityRow, submission: str) -> HttpResponse:
    count = _count(request.POST.get("rows", ""))
    teller = TellerForm(request.POST)
    rows = [
        ObservationForm(request.POST, prefix=str(n), municipality_id=row.id) for n in range(count)
    ]
    if request.POST.get("go") == "add":
        more = min(count + ROWS_MORE, MOST_OBSERVATIONS)
        rows += [ObservationForm(prefix=str(n), municipality_id=row.id) for n in range(count, more)]
        return _show(request, row, _unchecked(teller), _unchecked_rows(rows), submission)
    if request.POST.get("go") == "stay":
        return _show(request, row, _unchecked(teller), _unchecked_rows(rows), submission)
    filled = [form for form in rows if not form.is_empty]
    wrong = [form for form in filled if not form.is_valid()]
    if not teller.is_valid() or wrong:
        return _show(request, row, teller, rows, submission)
    words = "\n".join(form.cleaned_data["text"] for form in filled)
    if must_show_numbers(request, words, municipality_id=row.id):
        return _show(request, row, teller, rows, submission, is_danger=True)
    try:
        told = replace(_told(teller, filled, submission), danger_shown=SEEN in request.POST)
        given = receive_bundle(
            municipality_id=row.id,
            bundle=told,
            by=resident(row.id),
            at=request.at,  # type: ignore[attr-defined]
        )
    except Refused as refusal:
        teller.add_error(None, refusal.reason)
        return _show(request, row, teller, rows, submission)
    return _receipt(request, given, row, submission)


def _told(teller: TellerForm, rows: list[ObservationForm], submission: str) -> BundleTold:
    who = teller.cleaned_data
    return BundleTold(
        submission=submission,
        observations=tuple(
            Observation(
                text=form.cleaned_data["text"],
                place=form.cleaned_data["told"],
                when=form.cleaned_data["when"],
            )
            for form in rows
        ),
        language=get_language() or "nl",
        openness=Openness(who["openness"]),
        ask_first=who["ask_first"],
        answer_wish=teller.wish,
        contact=ContactTold(name=who["name"], email=who["email"]),
    )


def _count(text: str) -> int:
    count = int(text) if text.isascii() and text.isdigit() else FIRST_ROWS
    return min(max(count, 1), MOST_OBSERVATIONS)


def _unchecked(form: TellerForm) -> TellerForm:
    """Return the form with what was typed and no complaints yet."""
    return TellerForm(initial={name: form[name].data for name in form.fields})


def _unchecked_rows(rows: list[ObservationForm]) -> list[ObservationForm]:
    return [
        ObservationForm(
            prefix=form.prefix,
            municipality_id=form.municipality_id,
            initial={name: form[name].data for name in form.fields} if form.is_bound else None,
        )
        for form in rows
    ]


def _show(
    request: HttpRequest,
    row: MunicipalityRow,
    teller: TellerForm,
    rows: list[ObservationForm],
    submission: str,
    *,
    is_danger: bool = False,
) -> HttpResponse:
    path = reverse("public:report_bundle")
    context = {
        "numbers": NUMBERS if is_danger or SEEN in request.POST else (),
        "form": teller,
        "rows": rows,
        "count": len(rows),
        "can_add": len(rows) < MOST_OBSERVATIONS,
        "submission": submission,
        "municipality": row,
        "shared_host": request.municipality is None,  # type: ignore[attr-defined]
        "action": path,
        "language_links": language_links(path, request.LANGUAGE_CODE),
        "keep_language": True,
    }
    return render(request, "public/report_bundle.html", context)


def _receipt(
    request: HttpRequest, given: Receipt, row: MunicipalityRow, submission: str
) -> HttpResponse:
    again = {"submission": submission, "gemeente": row.slug}
    return show_receipt(request, given, row, reverse("public:report_bundle"), again)
