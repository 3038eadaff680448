# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preparing an evening: made in three presses, then its programme as one likes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.act.agenda.choices import MeetingKind
from voelspriet.act.agenda.queries.meeting_rows import MeetingRow
from voelspriet.act.agenda.queries.meetings import MeetingFilters, known_places, meetings
from voelspriet.act.agenda.rules.meetings import proposals
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import own_areas
from voelspriet.doors.workspace.views.meetings.listing import OVERSEERS
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import DUTCH_TIME
from voelspriet.listen.drawings.queries import map_rounds
from voelspriet.listen.evenings.actions import preparing as actions
from voelspriet.listen.evenings.actions.map_rounds import CAN_BE_HELD, hold_map_round
from voelspriet.listen.evenings.choices import ItemKind
from voelspriet.listen.evenings.forms.preparing import (
    ChangeEveningForm,
    EveningForm,
    MapRoundForm,
    ProbeForm,
    QuestionForm,
    TalkForm,
)
from voelspriet.listen.evenings.queries.listing import evenings as evening_page
from voelspriet.listen.evenings.queries.listing import usable_versions
from voelspriet.listen.evenings.queries.plans import EveningPlan, evening_plan

UNPROCESSABLE = 422
LONGEST = 200
MOST_DIGITS = 18
MOST_PLANNED = 6


@require_safe
@staff(*OVERSEERS)
def evenings(request: StaffRequest) -> HttpResponseBase:
    """List evenings, the last one first."""
    page = evening_page(by=request.actor, language=_language(), cursor=request.GET.get("na", ""))
    context = {
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "may_prepare": request.actor.has(Role.AREA_ADVISER) and bool(request.actor.area_ids),
        "own": request.actor.area_ids,
    }
    return render(request, "workspace/evenings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_new(request: StaffRequest) -> HttpResponseBase:
    """Prepare an evening: of a planned moment, or of a day, a time and a place."""
    planned = {row.reference: row for row in _planned(request)}
    own = own_areas(request)
    begin = proposals(MeetingKind.RESIDENTS_EVENING, request.at)[0].starts_at
    places = known_places(area_id=own[0][0], by=request.actor) if own else ()
    asked = request.GET.get("bijeenkomst", "")
    first = asked if asked in planned else next(iter(planned), "other")
    form = EveningForm(
        request.POST if request.method == "POST" else None,
        areas=own,
        planned=[(row.reference, _said(row)) for row in planned.values()],
        versions=usable_versions(by=request.actor),
        initial={
            "planned": first,
            "starts_on": begin.date(),
            "clock": begin.time(),
            "place": places[0] if places else "",
            "area": own[0][0] if own else None,
        },
    )
    if form.is_valid():
        with refusals_on(form):
            return redirect("workspace:evening", _made(request, form, planned))
    context = {"form": form, "places": places, "has_planned": bool(planned)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workspace/evening_new.html", context, status=status)


def _planned(request: StaffRequest) -> list[MeetingRow]:
    """Return planned residents' evenings of the colleague's own areas, the first on top."""
    page = meetings(
        filters=MeetingFilters(kind=MeetingKind.RESIDENTS_EVENING),
        by=request.actor,
        at=request.at - timedelta(hours=12),
    )
    mine = [one for one in page.items if one.area_id in request.actor.area_ids]
    return [one for one in mine if one.state == "planned"][:MOST_PLANNED]


def _said(row: MeetingRow) -> str:
    moment = date_format(row.starts_at.astimezone(DUTCH_TIME), "D j b, H:i")
    return ", ".join(part for part in (moment, row.area_name, row.place) if part)


def _made(request: StaffRequest, form: EveningForm, planned: dict[str, MeetingRow]) -> str:
    given, row = form.cleaned_data, planned.get(form.picked())
    made = actions.prepare_evening(
        area_id=row.area_id if row else given["area"],
        version_id=given["version"],
        starts_at=row.starts_at if row else form.moment(),
        place=row.place if row else given["place"],
        meeting_reference=row.reference if row else "",
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De avond staat klaar. Kijk het programma na."))
    return made


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one evening and its programme; change when, where and what it is called."""
    plan = evening_plan(reference=reference, by=request.actor, language=_language())
    form = _change_form(plan, request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            actions.change_evening(
                reference=reference,
                starts_at=form.moment(),
                place=form.cleaned_data["place"],
                titles=form.titles(),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De avond is gewijzigd."))
            return redirect("workspace:evening", reference)
    return _page(request, plan, {"change": form})


def _change_form(plan: EveningPlan, data: Any = None) -> ChangeEveningForm:
    local = plan.evening.starts_at.astimezone(DUTCH_TIME)
    names = {f"title-{code}": plan.titles.get(code, "") for code, _name in settings.LANGUAGES}
    begin = {"starts_on": local.date(), "clock": local.time(), "place": plan.evening.place}
    return ChangeEveningForm(data, languages=settings.LANGUAGES, initial=begin | names)


def _page(
    request: StaffRequest, plan: EveningPlan, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    form = bound.get("change") or _change_form(plan)
    context: dict[str, Any] = {
        "plan": plan,
        "evening": plan.evening,
        "form": form,
        "talk_form": bound.get("talk") or TalkForm(auto_id="id_talk_%s"),
        "question_form": QuestionForm(left_out=plan.left_out, auto_id="id_question_%s")
        if plan.left_out
        else None,
        "map_form": _map_form(request, plan) if plan.is_prepared else None,
        "probe_form": ProbeForm(auto_id=False),
    }
    status = UNPROCESSABLE if any(one.errors for one in bound.values()) else 200
    return render(request, "workspace/evening.html", context, status=status)


def _map_form(request: StaffRequest, plan: EveningPlan) -> MapRoundForm:
    page = map_rounds(by=request.actor, at=request.at, area_id=plan.evening.area_id)
    used = {row.item.map_round_reference for row in plan.items}
    return MapRoundForm(
        rounds=[
            (one.reference, f"{one.question} ({one.area_name}, {one.reference})")
            for one in page.items
            if one.state in CAN_BE_HELD and one.reference not in used
        ],
        auto_id="id_map_%s",
    )


@require_POST
@staff(Role.AREA_ADVISER)
def evening_part(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change one thing of the programme: order, what is on it, which probes are asked."""
    deed, _dash, given = request.POST.get("deed", "").partition("-")
    run = PROGRAMME.get(deed)
    if run is None:
        raise Http404
    try:
        run(request, reference, given)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    return redirect(f"{reverse('workspace:evening', args=(reference,))}#deel-{_whole(given)}")


def _whole(text: str) -> int:
    """Return the number of a part; nought for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0


def _move(step: int) -> Callable[[StaffRequest, str, str], None]:
    def run(request: StaffRequest, reference: str, given: str) -> None:
        actions.move_part(
            reference=reference, item_id=_whole(given), step=step, by=request.actor, at=request.at
        )

    return run


def _leave_out(request: StaffRequest, reference: str, given: str) -> None:
    actions.leave_out_part(
        reference=reference, item_id=_whole(given), by=request.actor, at=request.at
    )


def _talk(request: StaffRequest, reference: str, _given: str) -> None:
    title = request.POST.get("title", "")[:LONGEST]
    actions.add_part(
        reference=reference, kind=ItemKind.TALK, title=title, by=request.actor, at=request.at
    )


def _question(request: StaffRequest, reference: str, _given: str) -> None:
    name = request.POST.get("question", "")[:LONGEST]
    actions.add_part(
        reference=reference,
        kind=ItemKind.QUESTION,
        question_name=name,
        by=request.actor,
        at=request.at,
    )


def _map_round(request: StaffRequest, reference: str, _given: str) -> None:
    hold_map_round(
        reference=reference,
        map_round_reference=request.POST.get("map_round", "")[:LONGEST],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De kaartronde staat op het programma."))


def _agreements(request: StaffRequest, reference: str, _given: str) -> None:
    actions.add_part(reference=reference, kind=ItemKind.AGREEMENTS, by=request.actor, at=request.at)


def _probe(request: StaffRequest, reference: str, given: str) -> None:
    actions.switch_probe(
        reference=reference,
        item_id=_whole(given),
        probe=request.POST.get("probe", "")[:LONGEST],
        is_on=request.POST.get("on") == "1",
        reason=request.POST.get("reason", "")[:LONGEST],
        by=request.actor,
        at=request.at,
    )


PROGRAMME: dict[str, Callable[[StaffRequest, str, str], None]] = {
    "up": _move(-1),
    "down": _move(1),
    "out": _leave_out,
    "talk": _talk,
    "question": _question,
    "map": _map_round,
    "agreements": _agreements,
    "probe": _probe,
}


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
