# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of neighbourhood agendas, one of them, its sheet, and its words in a language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.actions import area_agendas as deeds
from voelspriet.act.agenda.actions.priorities import arrange_priorities
from voelspriet.act.agenda.actions.rankings import close_ranking, open_ranking
from voelspriet.act.agenda.choices.priorities import RankingChannel
from voelspriet.act.agenda.forms.area_agendas import (
    ArrangeForm,
    StartForm,
    TopForm,
    TranslationForm,
)
from voelspriet.act.agenda.queries.area_agendas import AgendaDetail
from voelspriet.act.agenda.queries.area_agendas import area_agenda as one_agenda
from voelspriet.act.agenda.queries.area_agendas import area_agendas as agenda_page
from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE
from voelspriet.act.agenda.rules.area_agendas import years_to_start
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import own_areas
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

READERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)
Run = Callable[[StaffRequest, str, forms.Form], str]


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def area_agendas(request: StaffRequest) -> HttpResponseBase:
    """List the agendas, newest year first; an adviser begins one here."""
    today = dutch_day(request.at)
    form = StartForm(
        request.POST or None,
        areas=own_areas(request),
        years=years_to_start(today),
        initial={"year": today.year},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            reference = deeds.start_agenda(
                area_id=form.cleaned_data["area"],
                year=form.cleaned_data["year"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De agenda is begonnen. Alleen collega's zien hem nu."))
            return redirect("workspace:area_agenda", reference)
    page = agenda_page(by=request.actor, on=today, cursor=request.GET.get("na", ""))
    context = {
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "form": form if request.actor.has(Role.AREA_ADVISER) else None,
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/area_agendas.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def area_agenda(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one agenda; its adviser writes, orders and publishes it, and lets residents choose."""
    detail = _detail(request, reference)
    if request.method != "POST":
        return _page(request, detail, {})
    deed = request.POST.get("deed", "")
    form = _forms(detail, {deed: request.POST}).get(deed)
    run = DEEDS.get(deed)
    if form is None or run is None:
        raise Http404
    if form.is_valid():
        with refusals_on(form):
            messages.success(request, run(request, reference, form))
            return redirect("workspace:area_agenda", reference)
    return _page(request, _detail(request, reference), {deed: form})


def _detail(request: StaffRequest, reference: str, language: str = SOURCE_LANGUAGE) -> AgendaDetail:
    return one_agenda(
        reference=reference, by=request.actor, on=dutch_day(request.at), language=language
    )


def _forms(detail: AgendaDetail, posted: dict[str, Any]) -> dict[str, forms.Form]:
    """Return every form of the page by deed; a press is a form without fields."""
    sheet = detail.sheet
    top = {name: getattr(sheet, name).text for name in ("safe", "three_words", "strengths")}
    found: dict[str, forms.Form] = {
        "top": TopForm(posted.get("top"), initial=top, auto_id="id_top_%s"),
        "arrange": ArrangeForm(
            posted.get("arrange"),
            sheet=sheet,
            initial={"reason": sheet.order_reason.text},
            auto_id="id_arrange_%s",
        ),
    }
    presses = ("publish", "withdraw", "open", "close")
    return found | {name: forms.Form(posted.get(name)) for name in presses}


def _page(
    request: StaffRequest, detail: AgendaDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    every = _forms(detail, {}) | bound
    context = {
        "detail": detail,
        "agenda": detail.sheet,
        "bound": bound,
        "top_form": every["top"],
        "arrange_form": every["arrange"],
        "tally": _tally(detail),
        "people": [(one.label, detail.tally.people[one]) for one in RankingChannel],
        "languages": [one for one in settings.LANGUAGES if one[0] != SOURCE_LANGUAGE],
    }
    status = 422 if bound else 200
    return render(request, "workspace/area_agenda.html", context, status=status)


def _tally(detail: AgendaDetail) -> list[tuple[str, int, int, int, int]]:
    """Return per priority how many put it first, second and third, and its points."""
    chosen = detail.tally.chosen
    points = {one.priority_id: one.points for one in detail.ranked}
    rows = {row.id: row.title.text for row in detail.sheet.priorities}
    order = list(points) or [row.id for row in detail.sheet.priorities]
    return [(rows[pk], *chosen.get(pk, (0, 0, 0)), points.get(pk, 0)) for pk in order if pk in rows]


@require_safe
@staff(*READERS)
def sheet(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one agenda as colleagues see it, on one sheet of paper."""
    detail = _detail(request, reference)
    context = {
        "agenda": detail.sheet,
        "municipality": request.municipality,
    }
    return render(request, "workspace/area_agenda_sheet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def translation(request: StaffRequest, reference: str, language: str) -> HttpResponseBase:
    """Write every text of an agenda in another language, the Dutch beside it."""
    dutch = _detail(request, reference)
    name = dict(settings.LANGUAGES).get(language)
    if name is None or not dutch.may_lead:
        raise Http404
    if language == SOURCE_LANGUAGE:
        return redirect("workspace:area_agenda", reference)
    told = _detail(request, reference, language)
    form = TranslationForm(
        request.POST or None, dutch=dutch.sheet, told=told.sheet, language=language
    )
    if form.is_valid():
        with refusals_on(form):
            deeds.translate_agenda(
                reference=reference,
                language=language,
                top=form.told(),
                priorities=form.priorities(),
                actions=form.actions(),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De vertaling is bewaard."))
            return redirect("workspace:area_agenda", reference)
    context = {"agenda": dutch.sheet, "form": form, "code": language, "name": name}
    status = 422 if form.errors else 200
    return render(request, "workspace/area_agenda_translation.html", context, status=status)


def _top(request: StaffRequest, reference: str, form: forms.Form) -> str:
    if isinstance(form, TopForm):
        deeds.write_top(reference=reference, told=form.told(), by=request.actor, at=request.at)
    return _("De tekst is bewaard.")


def _arrange(request: StaffRequest, reference: str, form: forms.Form) -> str:
    if isinstance(form, ArrangeForm):
        arrange_priorities(
            agenda_reference=reference,
            order=form.order(),
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=request.at,
        )
    return _("De volgorde is bewaard.")


def _publish(request: StaffRequest, reference: str, _form: forms.Form) -> str:
    deeds.show_agenda(reference=reference, is_public=True, by=request.actor, at=request.at)
    return _("De agenda staat op de buurtpagina.")


def _withdraw(request: StaffRequest, reference: str, _form: forms.Form) -> str:
    deeds.show_agenda(reference=reference, is_public=False, by=request.actor, at=request.at)
    return _("De agenda staat niet meer op de buurtpagina.")


def _open(request: StaffRequest, reference: str, _form: forms.Form) -> str:
    open_ranking(reference=reference, by=request.actor, at=request.at)
    return _("Bewoners kunnen nu kiezen.")


def _close(request: StaffRequest, reference: str, _form: forms.Form) -> str:
    close_ranking(reference=reference, by=request.actor, at=request.at)
    return _("Het kiezen is klaar. De volgorde van bewoners staat op de agenda.")


DEEDS: dict[str, Run] = {
    "top": _top,
    "arrange": _arrange,
    "publish": _publish,
    "withdraw": _withdraw,
    "open": _open,
    "close": _close,
}
