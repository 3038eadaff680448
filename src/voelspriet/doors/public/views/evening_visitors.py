# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody in the room leaves: a question, a card of counts, an address for the report.

A question and a card ask whether this phone is in the room and keep nothing of it. The page of the
address does not even look: it belongs to an evening by its own address, and reads no cookie.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from voelspriet.doors.public.views.evening_room import COOKIE, COOKIE_SECONDS
from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.listen.evenings.actions.addresses import leave_address, take_address_back
from voelspriet.listen.evenings.actions.presence import hand_in_card
from voelspriet.listen.evenings.actions.room_questions import ask_question
from voelspriet.listen.evenings.floor_desk import refusing
from voelspriet.listen.evenings.forms.room import AddressForm, AskForm, CardForm
from voelspriet.listen.evenings.queries.addresses import evening_for_addresses
from voelspriet.listen.evenings.queries.presence import card_of
from voelspriet.listen.evenings.queries.report_lists import is_released
from voelspriet.listen.evenings.queries.room import RoomPage, room_page
from voelspriet.listen.evenings.rules.joining import PhoneToken, read_phone_token

CARD_COOKIE = "avond-kaart"
UNPROCESSABLE = 422


def _in_room(request: HttpRequest) -> tuple[PhoneToken, RoomPage] | None:
    """Return the token of this phone and its room; None when it is in none."""
    token = read_phone_token(request.COOKIES.get(COOKIE, ""))
    page = room_page(token=token, language=get_language() or "nl") if token else None
    return (token, page) if token and page else None


def _at(request: HttpRequest) -> datetime:
    at: datetime = request.at  # type: ignore[attr-defined]
    return at


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def evening_ask(request: HttpRequest) -> HttpResponse:
    """Ask the room something; whoever leads looks at it first."""
    found = _in_room(request)
    if found is None:
        return redirect("public:evening_join")
    token, page = found
    fresh = {"submission": secrets.token_urlsafe(24)}
    form = AskForm(request.POST if request.method == "POST" else None, initial=fresh)
    said = ""
    if form.is_valid():
        with refusing(form):
            ask_question(
                token=token, **form.cleaned_data, by=resident(page.municipality_id), at=_at(request)
            )
            said = _("Uw vraag is binnen. De gespreksleider leest hem eerst.")
            form = AskForm(initial=fresh)
    context = {"form": form, "page": page, "said": said}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "public/evening_ask.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def evening_card(request: HttpRequest) -> HttpResponse:
    """Say something about oneself, or nothing: it is only counted. Once for each phone."""
    found = _in_room(request)
    if found is None:
        return redirect("public:evening_join")
    token, page = found
    is_in = request.COOKIES.get(CARD_COOKIE, "") == page.evening_reference
    form = CardForm(
        request.POST if request.method == "POST" else None,
        categories=card_of(evening_reference=page.evening_reference) or {},
    )
    if not is_in and form.is_valid():
        with refusing(form):
            hand_in_card(
                token=token, card=form.card(), by=resident(page.municipality_id), at=_at(request)
            )
            return _counted(page.evening_reference)
    context = {"form": form, "page": page, "is_in": is_in}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "public/evening_card.html", context, status=status)


def _counted(reference: str) -> HttpResponse:
    response = redirect("public:evening_card")
    response.set_cookie(
        CARD_COOKIE,
        reference,
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def evening_address(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Leave an address for the report, apart from everything else of the evening."""
    evening = evening_for_addresses(reference=reference)
    if evening is None:
        if not is_released(reference=reference):
            raise Http404
        return redirect("public:evening_report", reference)
    form = AddressForm(request.POST if request.method == "POST" else None)
    said = False
    if form.is_valid():
        with refusing(form):
            leave_address(
                reference=reference,
                address=form.cleaned_data["address"],
                language=get_language() or "nl",
                by=resident(),
                at=_at(request),
            )
            said = True
    context = {"form": form, "evening": evening, "said": said}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "public/evening_address.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def evening_address_back(request: HttpRequest, key: str) -> HttpResponseBase:
    """Take an address back with the link in the report, by a press: mail readers open links."""
    said = False
    refused = ""
    if request.method == "POST":
        try:
            take_address_back(key=key, by=resident(), at=_at(request))
            said = True
        except Refused as refusal:
            refused = refusal.reason
    context = {"said": said, "refused": refused}
    status = UNPROCESSABLE if refused else 200
    return render(request, "public/evening_address_back.html", context, status=status)
