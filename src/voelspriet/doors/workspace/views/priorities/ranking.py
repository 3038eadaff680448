# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Typing in what residents chose at an evening or on paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.actions.rankings import count_choices
from voelspriet.act.agenda.choices.priorities import TYPED_CHANNELS, RankingChannel
from voelspriet.act.agenda.forms.priorities import PLACES, CountForm
from voelspriet.act.agenda.queries.area_agendas import area_agenda
from voelspriet.act.agenda.queries.ranking_meetings import (
    CountedMeeting,
    counted_before,
    counted_meetings,
)
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import DUTCH_TIME, dutch_day


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def count(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Type in how many people chose what; typing again replaces the counts of that channel."""
    detail = area_agenda(reference=reference, by=request.actor, on=dutch_day(request.at))
    if not detail.may_lead:
        raise Http404
    asked = request.GET.get("kanaal", "")
    channel = RankingChannel(asked) if asked in TYPED_CHANNELS else RankingChannel.EVENING
    meetings = counted_meetings(reference=reference, by=request.actor, at=request.at)
    named = request.GET.get("bijeenkomst", "")
    named = named if named in {row.reference for row in meetings} else ""
    form = CountForm(
        request.POST or None,
        rows=detail.rankable,
        meetings=[(row.reference, _said(row)) for row in meetings],
        initial=_counted(reference, RankingChannel.EVENING if named else channel, named),
    )
    if form.is_valid():
        with refusals_on(form):
            count_choices(
                reference=reference,
                channel=form.channel_chosen(),
                chosen=form.chosen(),
                meeting_reference=form.cleaned_data.get("meeting", ""),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De aantallen tellen mee."))
            return redirect("workspace:area_agenda", reference)
    context = {"form": form, "agenda": detail.sheet, "channels": TYPED_CHANNELS}
    context["counted"] = [row for row in meetings if row.chose is not None]
    status = 422 if form.errors else 200
    return render(request, "workspace/area_agenda_count.html", context, status=status)


def _said(row: CountedMeeting) -> str:
    day = date_format(row.starts_at.astimezone(DUTCH_TIME), "D j b")
    said = f"{row.kind_label}, {row.area_name}, {day}"
    if row.came is None:
        return said
    came = ngettext("%(count)s mens kwam", "%(count)s mensen kwamen", row.came)
    return f"{said} · " + came % {"count": row.came}


def _counted(reference: str, channel: RankingChannel, meeting: str) -> dict[str, object]:
    """Return what was typed in before for a channel, at a meeting or at none."""
    start: dict[str, object] = {"channel": channel, "meeting": meeting}
    before = counted_before(reference=reference, channel=channel, meeting=meeting)
    for pk, numbers in before.items():
        for name, number in zip(PLACES, numbers, strict=True):
            start[f"{name}-{pk}"] = number or None
    return start
