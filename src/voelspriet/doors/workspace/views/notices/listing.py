# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of notices, and one as a letter to print."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from voelspriet.answer.pages.queries.notices import notice_detail
from voelspriet.answer.pages.queries.notices import notices as notice_page
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.notices.addresses import page_address
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.ui.languages import direction

WRITERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER)
READERS = (*WRITERS, Role.EXECUTIVE)


@require_safe
@staff(*READERS)
def notices(request: StaffRequest) -> HttpResponseBase:
    """List notices, the newest first; who may, writes one here."""
    page = notice_page(by=request.actor, at=request.at, cursor=request.GET.get("na", ""))
    context = {
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "may_write": request.actor.has(*WRITERS),
    }
    return render(request, "workspace/notices.html", context)


@require_safe
@staff(*READERS)
def notice_letter(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show a notice as a letter of one page, in a language it is complete in (`?lang=`).

    There is none of what was withdrawn, of a translation that is behind, or of a draft that
    may point at a person.
    """
    detail = notice_detail(reference=reference, by=request.actor, at=request.at)
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    shown = next((one for one in detail.shown if one.language == language), None)
    if shown is None or shown.newer or not detail.may_leave:
        raise Http404
    with translation.override(language):
        context = {
            "detail": detail,
            "notice": shown,
            "language": language,
            "direction": direction(language),
            "address": page_address(request.municipality, detail.row.area_slug, language),
        }
        return render(request, "workspace/notice_letter.html", context)
