# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where people drew, for the map of colleagues; files to take along; photos of paper sheets."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.maps.rounds import READERS
from voelspriet.listen.drawings.actions import (
    export_map_round,
    open_sheet_photo,
    read_drawn_shapes,
)


@require_safe
@gzip_page
@staff(*READERS)
def map_shapes(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give every shape of a round as GeoJSON; each look leaves a line."""
    content = read_drawn_shapes(reference=reference, by=request.actor, at=request.at)
    return HttpResponse(content, content_type="application/geo+json")


@require_safe
@staff(*READERS)
def map_export(request: StaffRequest, reference: str, form: str) -> HttpResponseBase:
    """Give the shapes of a round as a file, without anybody's words."""
    made = export_map_round(reference=reference, form=form, by=request.actor, at=request.at)
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response


@require_safe
@staff(*READERS)
def sheet_photo(request: StaffRequest, file_name: str) -> HttpResponseBase:
    """Give the photo of a paper sheet; nothing keeps it: no cache, no other frame."""
    content, media_type = open_sheet_photo(file_name=file_name, by=request.actor, at=request.at)
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = "inline"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return response
