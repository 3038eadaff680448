# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leading an evening with an account: the screen of whoever leads, counting, the big screen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language, override
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.evenings.desk import (
    DeskUrls,
    count,
    counting,
    desk_context,
    do_at_desk,
    screen_context,
    told_of,
)
from voelspriet.listen.evenings.queries.standing import standing

UNPROCESSABLE = 422


def urls_of(reference: str) -> DeskUrls:
    """Return where the pages of an evening stand for a colleague."""
    with override("nl"):  # the address people type and the QR holds has no language in it
        join = reverse("public:evening_join")
    return DeskUrls(
        lead=reverse("workspace:evening_lead", args=(reference,)),
        count=reverse("workspace:evening_count", args=(reference,)),
        screen=reverse("workspace:evening_screen", args=(reference,)),
        state=reverse("workspace:evening_state", args=(reference,)),
        home=reverse("workspace:evening", args=(reference,)),
        join=join,
        notes=reverse("workspace:evening_notes", args=(reference,)),
        floor=reverse("workspace:evening_floor", args=(reference,)),
        presence=reverse("workspace:evening_presence", args=(reference,)),
        links=reverse("workspace:evening_links", args=(reference,)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_lead(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Lead an evening: one part after another, open and closed, results, whose words are shown."""
    if request.method == "POST":
        try:
            do_at_desk(reference=reference, data=request.POST, by=request.actor, at=request.at)
        except OutOfScope:
            raise
        except Refused as refusal:
            messages.error(request, refusal.reason)
        return redirect("workspace:evening_lead", reference)
    context = desk_context(
        reference=reference,
        by=request.actor,
        language=get_language() or "nl",
        urls=urls_of(reference),
    )
    return render(request, "workspace/evening_lead.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_count(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Type in slips of paper and count raised hands, for a question that is or was on."""
    language = get_language() or "nl"
    if request.method == "POST":
        found = count(
            reference=reference,
            data=request.POST,
            by=request.actor,
            at=request.at,
            language=language,
        )
        if found.said and not found.is_wrong:
            messages.success(request, found.said)
            return redirect(f"{urls_of(reference).count}?deel={found.page.item.id}")
    else:
        asked = request.GET.get("deel", "")
        found = counting(reference=reference, asked=asked, by=request.actor, language=language)
    context = {"counting": found, "page": found.page, "urls": urls_of(reference)}
    status = UNPROCESSABLE if found.is_wrong else 200
    return render(request, "workspace/evening_count.html", context, status=status)


@require_safe
@staff(Role.AREA_ADVISER)
def evening_screen(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the big screen: how to come in, what is on, how many answered, and no buttons."""
    context = screen_context(
        reference=reference,
        by=request.actor,
        language=get_language() or "nl",
        beside=request.GET.get("ook", ""),
        urls=urls_of(reference),
    )
    return render(request, "evenings/screen.html", context)


@require_safe
@staff(Role.AREA_ADVISER)
def evening_state(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Tell both screens how many changes there were, who came in and how many answered."""
    standing(reference=reference, by=request.actor)
    told, etag = told_of(reference)
    response = JsonResponse(told)
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
