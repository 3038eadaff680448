# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of notices."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from voelspriet.answer.pages.queries.notices import notices as notice_page
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.privacy.choices import Role

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
