# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing in a paper sheet, drawn over on the map, or what somebody told."""

from __future__ import annotations

import json
import math
from secrets import token_urlsafe
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.maps.rounds import LEADERS
from voelspriet.ground.areas.ground_plan import streets_in
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.photos import check_photo_size, clean_photo
from voelspriet.listen.drawings import queries
from voelspriet.listen.drawings.actions import submit_map_sheet
from voelspriet.listen.drawings.choices import ShapeTime, SheetChannel
from voelspriet.listen.drawings.forms.rounds import PaperForm
from voelspriet.listen.drawings.forms.sheets import ChosenForm, SheetForm, complain
from voelspriet.listen.drawings.told import PhotoTold

ROWS = 3
MOST_ROWS = 20
CORNERS = 4


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*LEADERS)
def map_paper(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Hand in a sheet for somebody; afterwards the page is ready for the next one."""
    detail = queries.map_round(reference=reference, by=request.actor, at=request.at)
    if not detail.takes_sheets:
        raise Http404
    is_sent = request.method == "POST"
    paper = PaperForm(request.POST or None, request.FILES or None)
    drawn = SheetForm(request.POST or None)
    count = _count(request)
    rows = [
        ChosenForm(request.POST or None, prefix=str(n), legend=detail.legend) for n in range(count)
    ]
    filled = [row for row in rows if is_sent and not row.is_empty]
    valid = is_sent and request.POST.get("go") != "add"
    for form in (paper, drawn, *filled) if valid else ():
        valid = form.is_valid() and valid
    if valid and _handed_in(request, reference, paper, drawn, filled):
        messages.success(request, _("De kaart is bewaard. Hier kan de volgende."))
        return redirect("workspace:map_paper", reference)
    return _page(request, detail, paper, drawn, rows)


def _handed_in(
    request: StaffRequest,
    reference: str,
    paper: PaperForm,
    drawn: SheetForm,
    rows: list[ChosenForm],
) -> bool:
    shapes = drawn.cleaned_data["drawn"]
    try:
        submit_map_sheet(
            round_reference=reference,
            shapes=[*shapes, *(row.told() for row in rows)],
            channel=SheetChannel(paper.cleaned_data["channel"]),
            token=request.POST.get("submission", "")[:64] or token_urlsafe(24),
            photo=_photo(paper),
            by=request.actor,
            at=request.at,
        )
    except OutOfScope:
        raise
    except Refused as refusal:
        if refusal.field == "photo":
            paper.add_error("photo", refusal.reason)
        else:
            complain(refusal, drawn, rows, shapes)
        return False
    return True


def _photo(paper: PaperForm) -> PhotoTold | None:
    upload = paper.cleaned_data["photo"]
    if not isinstance(upload, UploadedFile):
        return None
    check_photo_size(upload.size or 0, field="photo")
    return PhotoTold(
        clean_photo(upload.read(), field="photo"), _corners(paper.cleaned_data["corners"])
    )


def _corners(text: str) -> tuple[tuple[float, float], ...]:
    """Return the four corners the page told; none when it told something else."""
    try:
        told = json.loads(text or "[]")
        corners = tuple((float(lon), float(lat)) for lon, lat in told)
    except (ValueError, TypeError, RecursionError):
        return ()
    is_whole = len(corners) == CORNERS and all(
        math.isfinite(part) for corner in corners for part in corner
    )
    return corners if is_whole else ()


def _count(request: StaffRequest) -> int:
    told = request.POST.get("rows", "")
    count = int(told) if told.isascii() and told.isdigit() and len(told) < CORNERS else ROWS
    count += ROWS if request.POST.get("go") == "add" else 0
    return min(max(count, 1), MOST_ROWS)


def _page(
    request: StaffRequest,
    detail: queries.RoundDetail,
    paper: PaperForm,
    drawn: SheetForm,
    rows: list[ChosenForm],
) -> HttpResponseBase:
    is_judged = request.method == "POST" and request.POST.get("go") != "add"
    if request.method == "POST" and not is_judged:
        paper = PaperForm(initial={name: paper[name].data for name in ("channel", "corners")})
        drawn = SheetForm(initial={"drawn": request.POST.get("drawn", "")})
        rows = [
            ChosenForm(
                prefix=row.prefix,
                legend=detail.legend,
                initial={name: row[name].data for name in row.fields},
            )
            for row in rows
        ]
    plan = queries.sheet_plan(reference=detail.row.reference, by=request.actor)
    names = (street.name for street in streets_in(area_id=detail.row.area_id))
    context: dict[str, Any] = {
        "detail": detail,
        "round": detail.row,
        "paper": paper,
        "form": drawn,
        "rows": [(row, is_judged and not row.is_empty) for row in rows],
        "count": len(rows),
        "can_add": len(rows) < MOST_ROWS,
        "streets": tuple(dict.fromkeys(names)),
        "times": [("", _("Weet ik niet")), *ShapeTime.choices],
        "submission": request.POST.get("submission", "")[:64] or token_urlsafe(24),
        "corners": json.dumps(plan.corners),
        "extent": plan.extent,
        "map_tiles_url": settings.MAP_TILES_URL,
    }
    status = 422 if is_judged else 200
    return render(request, "workspace/map_paper.html", context, status=status)
