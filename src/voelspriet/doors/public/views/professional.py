# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The short form for schools, shops and colleagues: where, what and how, on one page."""

from __future__ import annotations

from secrets import token_urlsafe

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from voelspriet.doors.public.numbers import NUMBERS, SEEN, must_show_numbers
from voelspriet.doors.public.receipt_page import show_receipt
from voelspriet.doors.public.walk import municipality_of
from voelspriet.ground.areas.queries import MunicipalityRow, municipalities
from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.ground.ui.languages import language_links
from voelspriet.listen.intake.actions import receive_signal
from voelspriet.listen.intake.choices import Channel, Openness, ProfessionalKind
from voelspriet.listen.intake.forms.together import ObservationForm, TellerForm
from voelspriet.listen.intake.queries.codes import receipt_of
from voelspriet.listen.intake.told import ContactTold, Receipt, Told

KINDS = {
    "school": (ProfessionalKind.SCHOOL, _("Vertel wat uw school merkt")),
    "winkel": (ProfessionalKind.SHOP, _("Vertel wat u in uw winkel of bedrijf merkt")),
    "collega": (ProfessionalKind.STAFF, _("Vertel wat u als collega op straat ziet")),
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell_at_work(request: HttpRequest, kind: str) -> HttpResponse:
    """Show the short form of one kind of professional, or receive what was told."""
    if kind not in KINDS:
        raise Http404
    row = municipality_of(request)
    if row is None:
        return render(request, "public/report_which.html", {"municipalities": municipalities()})
    if request.method != "POST":
        form = ObservationForm(municipality_id=row.id)
        return _show(request, row, kind, TellerForm(), form, submission=token_urlsafe(24))
    submission = request.POST.get("submission", "")[:64] or token_urlsafe(24)
    earlier = receipt_of(submission=submission)
    if earlier is not None:
        return _receipt(request, earlier, row, kind, submission)
    return _take(request, row, kind, submission)


def _take(request: HttpRequest, row: MunicipalityRow, kind: str, submission: str) -> HttpResponse:
    teller = TellerForm(request.POST)
    form = ObservationForm(request.POST, municipality_id=row.id, may_be_empty=False)
    if request.POST.get("go") == "stay":
        teller = TellerForm(initial={name: teller[name].data for name in teller.fields})
        kept = {name: form[name].data for name in form.fields}
        again = ObservationForm(municipality_id=row.id, initial=kept)
        return _show(request, row, kind, teller, again, submission=submission)
    if not (teller.is_valid() & form.is_valid()):
        return _show(request, row, kind, teller, form, submission=submission)
    who, what = teller.cleaned_data, form.cleaned_data
    if must_show_numbers(request, what["text"], municipality_id=row.id):
        return _show(request, row, kind, teller, form, submission=submission, is_danger=True)
    told = Told(
        submission=submission,
        text=what["text"],
        language=get_language() or "nl",
        place=what["told"],
        when=what["when"],
        openness=Openness(who["openness"]),
        ask_first=who["ask_first"],
        answer_wish=teller.wish,
        contact=ContactTold(name=who["name"], email=who["email"]),
        danger_shown=SEEN in request.POST,
        channel=Channel.PROFESSIONAL,
        professional_kind=KINDS[kind][0],
    )
    try:
        given = receive_signal(
            municipality_id=row.id,
            told=told,
            by=resident(row.id),
            at=request.at,  # type: ignore[attr-defined]
        )
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        return _show(request, row, kind, teller, form, submission=submission)
    return _receipt(request, given, row, kind, submission)


def _show(
    request: HttpRequest,
    row: MunicipalityRow,
    kind: str,
    teller: TellerForm,
    form: ObservationForm,
    *,
    submission: str,
    is_danger: bool = False,
) -> HttpResponse:
    path = reverse("public:report_professional", kwargs={"kind": kind})
    context = {
        "numbers": NUMBERS if is_danger or SEEN in request.POST else (),
        "title": KINDS[kind][1],
        "kind": kind,
        "form": form,
        "teller": teller,
        "submission": submission,
        "municipality": row,
        "shared_host": request.municipality is None,  # type: ignore[attr-defined]
        "action": path,
        "language_links": language_links(path, request.LANGUAGE_CODE),
        "keep_language": True,
    }
    return render(request, "public/report_professional.html", context)


def _receipt(
    request: HttpRequest, given: Receipt, row: MunicipalityRow, kind: str, submission: str
) -> HttpResponse:
    path = reverse("public:report_professional", kwargs={"kind": kind})
    again = {"submission": submission, "gemeente": row.slug}
    return show_receipt(request, given, row, path, again)
