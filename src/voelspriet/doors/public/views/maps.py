# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drawing on a map of the neighbourhood: by touch, or from lists; and what came of it."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.public.numbers import NUMBERS, SEEN, must_show_numbers
from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.ground.ui.caching import unless_unchanged
from voelspriet.ground.ui.languages import language_links
from voelspriet.listen.drawings.actions import submit_map_sheet
from voelspriet.listen.drawings.choices import ShapeTime, SheetChannel
from voelspriet.listen.drawings.forms.sheets import ChosenForm, CodeForm, SheetForm, complain
from voelspriet.listen.drawings.queries import OpenRound, open_round, public_result, received_sheet
from voelspriet.listen.drawings.queries.open_rounds import PublicResult
from voelspriet.listen.drawings.told import ShapeTold, SheetReceipt

FIRST_ROWS = 2
ROWS_MORE = 3
MOST_ROWS = 20


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def map_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a round and go to its page."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        code = "".join(form.cleaned_data["code"].split()).upper()
        if code.isalnum() and code.isascii() and _round(request, code) is not None:
            return redirect("public:map_sheet", code)
        form.add_error("code", _("Deze code kennen wij niet. Kijk hem nog eens na."))
    status = 422 if form.errors else 200
    return render(request, "public/map_code.html", {"form": form}, status=status)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def map_sheet(request: HttpRequest, code: str) -> HttpResponse:
    """Show the page to draw on, or take a sheet in; after the round, say where it went."""
    shown = _round(request, code)
    if shown is None:
        raise Http404
    if request.method != "POST":
        if not shown.is_open:
            return _not_open(request, shown)
        rows = [ChosenForm(prefix=str(n), legend=shown.legend) for n in range(FIRST_ROWS)]
        return _show(request, shown, SheetForm(), rows, token_urlsafe(24))
    submission = request.POST.get("submission", "")[:64] or token_urlsafe(24)
    earlier = received_sheet(token=submission)
    if earlier is not None:
        return _thanks(request, shown, earlier, submission)
    return _take(request, shown, submission)


@require_safe
def map_result(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show what everybody may see of a round."""
    result = _result(request, code)
    context = {
        "result": result,
        "round": result.round,
        "municipality": result.round.municipality,
        "map_tiles_url": settings.MAP_TILES_URL,
    }
    return unless_unchanged(request, render(request, "public/map_result.html", context))


@require_safe
def map_result_cells(request: HttpRequest, code: str) -> HttpResponseBase:
    """Return the squares of a public result as GeoJSON, for the map on its page."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [cell.ring]},
            "properties": {
                "kind": str(kind.entry.kind),
                "colour": kind.entry.colour,
                "at_least": cell.at_least,
            },
        }
        for kind in _result(request, code).kinds
        for cell in kind.cells
    ]
    answer = JsonResponse(
        {"type": "FeatureCollection", "features": features}, content_type="application/geo+json"
    )
    return unless_unchanged(request, answer)


def _round(request: HttpRequest, code: str) -> OpenRound | None:
    """Return the round with this code, of the municipality whose host this is."""
    town = getattr(request, "municipality", None)
    shown = open_round(
        code=code,
        language=get_language() or "nl",
        at=request.at,  # type: ignore[attr-defined]
    )
    return shown if shown and (town is None or town.id == shown.municipality.id) else None


def _result(request: HttpRequest, code: str) -> PublicResult:
    town = getattr(request, "municipality", None)
    result = public_result(
        code=code,
        language=get_language() or "nl",
        at=request.at,  # type: ignore[attr-defined]
    )
    if result is None or (town is not None and town.id != result.round.municipality.id):
        raise Http404
    return result


def _take(request: HttpRequest, shown: OpenRound, submission: str) -> HttpResponse:
    form, count = SheetForm(request.POST), _count(request.POST.get("rows", ""))
    rows = [ChosenForm(request.POST, prefix=str(n), legend=shown.legend) for n in range(count)]
    go = request.POST.get("go")
    if go in {"add", "stay"}:
        more = min(count + ROWS_MORE, MOST_ROWS) if go == "add" else count
        rows = [_unchecked(row, shown) for row in rows]
        rows += [ChosenForm(prefix=str(n), legend=shown.legend) for n in range(count, more)]
        kept = SheetForm(initial={"drawn": request.POST.get("drawn", "")})
        return _show(request, shown, kept, rows, submission)
    filled = [row for row in rows if not row.is_empty]
    wrong = [row for row in filled if not row.is_valid()]
    if not form.is_valid() or wrong:
        return _show(request, shown, form, rows, submission)
    drawn: tuple[ShapeTold, ...] = form.cleaned_data["drawn"]
    shapes = [*drawn, *(row.told() for row in filled)]
    words = "\n".join(text for one in shapes for text in (one.note, one.why, one.instead))
    if must_show_numbers(request, words, municipality_id=shown.municipality.id):
        return _show(request, shown, form, rows, submission, is_danger=True)
    try:
        receipt = submit_map_sheet(
            round_reference=shown.reference,
            shapes=shapes,
            channel=SheetChannel.PHONE,
            token=submission,
            language=get_language() or "nl",
            by=resident(shown.municipality.id),
            at=request.at,  # type: ignore[attr-defined]
        )
    except Refused as refusal:
        complain(refusal, form, filled, drawn)
        return _show(request, shown, form, rows, submission)
    return _thanks(request, shown, receipt, submission)


def _unchecked(row: ChosenForm, shown: OpenRound) -> ChosenForm:
    """Return a row with what was typed and no complaints yet."""
    kept = {name: row[name].data for name in row.fields}
    return ChosenForm(prefix=row.prefix, legend=shown.legend, initial=kept)


def _count(text: str) -> int:
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else FIRST_ROWS  # noqa: PLR2004
    return min(max(count, 1), MOST_ROWS)


def _show(
    request: HttpRequest,
    shown: OpenRound,
    form: SheetForm,
    rows: list[ChosenForm],
    submission: str,
    *,
    is_danger: bool = False,
) -> HttpResponse:
    has_errors = bool(
        form.errors or any(row.errors for row in rows if row.is_bound and not row.is_empty)
    )
    context: dict[str, Any] = {
        "numbers": NUMBERS if is_danger or SEEN in request.POST else (),
        "form": form,
        "rows": [(row, row.is_bound and not row.is_empty) for row in rows],
        "count": len(rows),
        "can_add": len(rows) < MOST_ROWS,
        "submission": submission,
        "times": [("", _("Weet ik niet")), *ShapeTime.choices],
        **_about(request, shown),
    }
    status = 422 if has_errors else 200
    return render(request, "public/map_sheet.html", context, status=status)


def _thanks(
    request: HttpRequest, shown: OpenRound, receipt: SheetReceipt, submission: str
) -> HttpResponse:
    context = {"receipt": receipt, "submission": submission, **_about(request, shown)}
    return render(request, "public/map_thanks.html", context)


def _not_open(request: HttpRequest, shown: OpenRound) -> HttpResponse:
    return render(
        request, "public/map_not_open.html", _about(request, shown) | {"keep_language": False}
    )


def _about(request: HttpRequest, shown: OpenRound) -> dict[str, Any]:
    path = reverse("public:map_sheet", kwargs={"code": shown.code})
    return {
        "round": shown,
        "municipality": shown.municipality,
        "shared_host": request.municipality is None,  # type: ignore[attr-defined]
        "action": path,
        "language_links": language_links(path, request.LANGUAGE_CODE),
        "keep_language": True,
        "map_tiles_url": settings.MAP_TILES_URL,
    }
