# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leading an evening with a link: the screen of whoever leads, counting, the big screen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language, override
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.public.evening_access import HelperRequest, helping
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.desk import (
    DeskUrls,
    count,
    counting,
    desk_context,
    do_at_desk,
    screen_context,
    told_of,
)

UNPROCESSABLE = 422
LEADS, NOTES, SCREEN = EveningRole.CO_FACILITATOR, EveningRole.NOTE_TAKER, EveningRole.SCREEN


def urls_here() -> DeskUrls:
    """Return where the pages of an evening stand for whoever helps with a link."""
    with override("nl"):  # the address people type and the QR holds has no language in it
        join = reverse("public:evening_join")
    return DeskUrls(
        lead=reverse("public:evening_lead"),
        count=reverse("public:evening_count"),
        screen=reverse("public:evening_screen"),
        state=reverse("public:evening_state"),
        home=reverse("public:evening_help"),
        join=join,
        notes=reverse("public:evening_notes"),
        floor=reverse("public:evening_floor"),
        presence=reverse("public:evening_presence"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@helping(LEADS)
def evening_lead(request: HelperRequest) -> HttpResponseBase:
    """Lead an evening as a colleague does, but for its links and its programme."""
    helper = request.helper
    reference = helper.evening_reference
    if request.method == "POST":
        try:
            do_at_desk(reference=reference, data=request.POST, by=helper, at=request.at)
        except OutOfScope:
            raise
        except Refused as refusal:
            messages.error(request, refusal.reason)
        return redirect("public:evening_lead")
    language = get_language() or "nl"
    context = desk_context(reference=reference, by=helper, language=language, urls=urls_here())
    return render(request, "public/evening_lead.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@helping(LEADS, NOTES)
def evening_count(request: HelperRequest) -> HttpResponseBase:
    """Type in slips of paper and count raised hands, for a question that is or was on."""
    language, helper = get_language() or "nl", request.helper
    reference = helper.evening_reference
    if request.method == "POST":
        found = count(
            reference=reference, data=request.POST, by=helper, at=request.at, language=language
        )
        if found.said and not found.is_wrong:
            messages.success(request, found.said)
            return redirect(f"{reverse('public:evening_count')}?deel={found.page.item.id}")
    else:
        asked = request.GET.get("deel", "")
        found = counting(reference=reference, asked=asked, by=helper, language=language)
    context = {"counting": found, "page": found.page, "urls": urls_here()}
    status = UNPROCESSABLE if found.is_wrong else 200
    return render(request, "public/evening_count.html", context, status=status)


@require_safe
@helping(SCREEN, LEADS, NOTES)
def evening_screen(request: HelperRequest) -> HttpResponseBase:
    """Show the big screen: how to come in, what is on, how many answered, and no buttons."""
    context = screen_context(
        reference=request.helper.evening_reference,
        by=request.helper,
        language=get_language() or "nl",
        beside=request.GET.get("ook", ""),
        urls=urls_here(),
    )
    return render(request, "evenings/screen.html", context)


@require_safe
@helping(SCREEN, LEADS, NOTES)
def evening_state(request: HelperRequest) -> HttpResponseBase:
    """Tell both screens how many changes there were, who came in and how many answered."""
    told, etag = told_of(request.helper.evening_reference)
    response = JsonResponse(told)
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
