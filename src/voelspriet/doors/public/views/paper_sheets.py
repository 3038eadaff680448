# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of a municipality for papers that are shown on a page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from voelspriet.ground.areas.queries import municipality as municipality_called
from voelspriet.papers.style import sheet_of, style_of

FOR_SECONDS = 300  # so that what an administrator chose shows soon


@require_safe
@cache_control(max_age=FOR_SECONDS, public=True)
def paper_sheet(_request: HttpRequest, municipality: str) -> HttpResponse:
    """Give the colours as a style sheet: a page may hold no styles of its own."""
    found = municipality_called(slug=municipality)
    if found is None:
        raise Http404
    return HttpResponse(sheet_of(style_of(found)), content_type="text/css; charset=utf-8")
