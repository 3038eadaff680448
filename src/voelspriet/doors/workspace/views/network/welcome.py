# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The welcome moment of an area, in every language, on one page."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.areas.queries import area_row
from voelspriet.ground.network.actions import remove_welcome, write_welcome
from voelspriet.ground.network.forms.areas import WelcomeForm
from voelspriet.ground.network.queries.welcome import WelcomeTexts, welcome_texts
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def welcome(request: StaffRequest, area_id: int) -> HttpResponseBase:
    """Show and write the texts; everything empty takes a language away."""
    found = welcome_texts(area_id=area_id, by=request.actor, on=dutch_day(request.at))
    if request.method != "POST":
        return _page(request, area_id, found, {})
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise Http404
    form = WelcomeForm(request.POST, auto_id=f"id_{language}_%s")
    if form.is_valid():
        with refusals_on(form):
            _write(request, area_id, language, form)
            return redirect("workspace:welcome", area_id)
    return _page(request, area_id, found, {language: form})


def _write(request: StaffRequest, area_id: int, language: str, form: WelcomeForm) -> None:
    given = form.cleaned_data
    if any(given.values()):
        write_welcome(area_id=area_id, language=language, **given, by=request.actor, at=request.at)
        messages.success(request, _("De tekst is bewaard."))
    else:
        remove_welcome(area_id=area_id, language=language, by=request.actor, at=request.at)
        messages.success(request, _("De tekst is weggehaald."))


def _page(
    request: StaffRequest, area_id: int, found: WelcomeTexts, bound: dict[str, WelcomeForm]
) -> HttpResponseBase:
    forms = []
    for language, name in settings.LANGUAGES:
        row = found.texts.get(language)
        start = {"moment": row.moment, "place": row.place, "what": row.what} if row else {}
        form = bound.get(language) or WelcomeForm(initial=start, auto_id=f"id_{language}_%s")
        forms.append((language, name, row, form))
    context = {
        "area": area_row(id=area_id),
        "is_old": found.is_old,
        "forms": forms,
        "bound": bound,
    }
    status = UNPROCESSABLE if bound else 200
    return render(request, "workspace/welcome.html", context, status=status)
