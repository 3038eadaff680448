# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The areas with the phase each is in, and one area with its help, matters and history."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.knowledge.choices import Theme
from voelspriet.ground.knowledge.queries import interventions_for
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.tension.choices import Phase
from voelspriet.understand.tension.forms import PhaseForm, ThemeForm
from voelspriet.understand.tension.queries import (
    TensionDetail,
    area_tension,
    help_for,
    tension_by_area,
    tension_history,
)

READERS = (Role.AREA_ADVISER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)


@require_safe
@staff(*READERS)
def tension(request: StaffRequest) -> HttpResponseBase:
    """List the areas in scope by name, with what was said of each."""
    context = {
        "areas": tension_by_area(by=request.actor, on=dutch_day(request.at)),
        "may_keep_help": request.actor.has(Role.POLICY_ADVISER),
    }
    return render(request, "workspace/tension.html", context)


@require_safe
@staff(*READERS)
def tension_area(request: StaffRequest, area_id: int) -> HttpResponseBase:
    """Show one area: the phase, since when, what each domain can do, and what was said before."""
    on = dutch_day(request.at)
    detail = area_tension(area_id=area_id, by=request.actor, on=on)
    form = PhaseForm(request.GET)
    asked = form.cleaned_data["fase"] if form.is_valid() else ""
    phase = Phase(asked or _tensest(detail))
    themes = ThemeForm(request.GET, themes=list(Theme.choices))
    chosen = themes.cleaned_data["thema"] if themes.is_valid() else ""
    theme = Theme(chosen or Theme.CONTACT)
    history = tension_history(
        area_id=area_id, by=request.actor, on=on, cursor=request.GET.get("na", "")
    )
    context = {
        "detail": detail,
        "phase": phase,
        "phase_form": PhaseForm(initial={"fase": phase}),
        "help": help_for(phase=phase, by=request.actor),
        "theme": theme,
        "theme_form": ThemeForm(initial={"thema": theme}, themes=list(Theme.choices)),
        "interventions": interventions_for(theme=theme, by=request.actor),
        "history": history,
        "more": urlencode({"na": history.next_cursor}) if history.next_cursor else "",
    }
    return render(request, "workspace/tension_area.html", context)


def _tensest(detail: TensionDetail) -> str:
    """Return the tensest phase something here is in; rest where nobody said anything."""
    rows = [*detail.matters, *([detail.whole] if detail.whole else [])]
    order = Phase.values
    return max((row.phase for row in rows), key=order.index, default=str(Phase.REST))
