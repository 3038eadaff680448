# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood's agenda for residents: to read, to print, and to say what must come first.

The choosing needs no account and no script. One browser is one voice by a random token in a cookie
that is set only when somebody chose; see decision 0090.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.actions.rankings import rank_priorities
from voelspriet.act.agenda.forms.priorities import PLACES, RankForm
from voelspriet.act.agenda.queries.area_agendas import choices_of
from voelspriet.act.agenda.queries.rankings import chosen_before
from voelspriet.act.agenda.rules.rankings import new_token, token_key
from voelspriet.answer.pages.queries.agendas import AgendaPage, agenda_page
from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.ground.ui.caching import unless_unchanged
from voelspriet.lib.working_days import dutch_day

COOKIE = "keuze"
COOKIE_SECONDS = 180 * 24 * 3600  # as long as a round of choosing may take


@require_safe
def agenda(request: HttpRequest, municipality: str, area: str) -> HttpResponseBase:
    """Show the agenda of a neighbourhood, or of the larger area it lies in."""
    page = agenda_page_of(request, municipality, area)
    return unless_unchanged(request, render(request, "public/agenda.html", {"page": page}))


@require_safe
def sheet(request: HttpRequest, municipality: str, area: str) -> HttpResponseBase:
    """Show the agenda on one sheet of paper, with where to react."""
    page = agenda_page_of(request, municipality, area)
    context = {
        "page": page,
        "agenda": page.agenda,
        "municipality": page.municipality,
        "address": settings.PUBLIC_URL + reverse("public:agenda", args=(municipality, area)),
    }
    return unless_unchanged(request, render(request, "public/agenda_sheet.html", context))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rank(request: HttpRequest, municipality: str, area: str) -> HttpResponse:
    """Let somebody choose first, second and third; again changes what this browser chose."""
    page = agenda_page_of(request, municipality, area)
    token = request.COOKIES.get(COOKIE, "")
    token = token if token_key(token) else ""
    if request.method == "POST" and request.POST.get("go") == "other":
        response = redirect("public:agenda_rank", municipality, area)
        response.delete_cookie(COOKIE, samesite="Lax")
        return response
    rows = choices_of(page.agenda) if page.agenda.ranking.is_open else ()
    before = chosen_before(reference=page.agenda.reference, token=token) if token else ()
    form = RankForm(
        request.POST if request.method == "POST" else None,
        rows=rows,
        initial=dict(zip(PLACES, before, strict=False)),
    )
    if form.is_valid():
        token = token or request.POST.get("token", "")
        if _ranked(request, page, form, token):
            return _thanked(request, municipality, area, token)
    return _show(request, page, form, token, has_chosen=bool(before))


def agenda_page_of(request: HttpRequest, municipality: str, area: str) -> AgendaPage:
    """Return the page of an agenda in the reader's language. Raises Http404 where there is none."""
    page = agenda_page(
        municipality_slug=municipality,
        slug=area,
        language=get_language() or "nl",
        on=dutch_day(request.at),  # type: ignore[attr-defined]
    )
    if page is None:
        raise Http404
    return page


def _ranked(request: HttpRequest, page: AgendaPage, form: RankForm, token: str) -> bool:
    """Keep the choice; False when it was refused, with the reason on the form."""
    try:
        rank_priorities(
            reference=page.agenda.reference,
            token=token,
            order=form.order(),
            by=resident(page.municipality.id),
            at=request.at,  # type: ignore[attr-defined]
        )
    except Refused as refusal:
        form.add_error(refusal.field or None, refusal.reason)
        return False
    return True


def _thanked(request: HttpRequest, municipality: str, area: str, token: str) -> HttpResponse:
    path = reverse("public:agenda_rank", args=(municipality, area))
    response = redirect(f"{path}?klaar=1")
    response.set_cookie(
        COOKIE,
        token,
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def _show(
    request: HttpRequest, page: AgendaPage, form: RankForm, token: str, *, has_chosen: bool
) -> HttpResponse:
    context: dict[str, Any] = {
        "page": page,
        "agenda": page.agenda,
        "form": form,
        "token": token or new_token(),
        "has_chosen": has_chosen,
        "is_done": "klaar" in request.GET and not form.errors,
    }
    status = 422 if form.errors else 200
    return render(request, "public/agenda_rank.html", context, status=status)
