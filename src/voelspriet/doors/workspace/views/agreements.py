# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements: the list, making one in fifteen seconds, moving it once, ending it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.actions import finish_agreement, make_agreement, move_agreement
from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.forms import (
    AgreementFilterForm,
    AgreementForm,
    FinishForm,
    MoveForm,
    StoryStartForm,
    TellForm,
    day_of,
)
from voelspriet.act.agenda.queries import (
    AgreementDetail,
    AgreementFilters,
    agreement_detail,
    loads,
)
from voelspriet.act.agenda.queries import agreements as agreement_page
from voelspriet.act.agenda.queries.making import signals_to_agree
from voelspriet.act.agenda.queries.of_ambitions import ambitions_of_agreement
from voelspriet.act.agenda.rules import quick_days
from voelspriet.answer.pages.actions import draft_story
from voelspriet.answer.pages.choices import StoryKind
from voelspriet.answer.replies.actions import answer_agreement
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area, open_organisations, own_areas
from voelspriet.doors.workspace.views.agreement_starts import (
    asked_of_work,
    initiative_for,
    route_for,
    start_of,
)
from voelspriet.doors.workspace.views.initiatives.listing import READERS as INITIATIVE_READERS
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

READERS = (
    Role.AREA_ADVISER,
    Role.HANDLER,
    Role.DIRECTOR,
    Role.POLICY_ADVISER,
    Role.EXECUTIVE,
)


@require_safe
@staff(*READERS)
def agreements(request: StaffRequest) -> HttpResponseBase:
    """List agreements, filtered by what stands in the address."""
    adviser = request.actor.has(Role.AREA_ADVISER)
    form = AgreementFilterForm(
        request.GET,
        organisations=open_organisations(request),
        areas=own_areas(request) if adviser else every_area(request),
    )
    chosen = form.cleaned_data if form.is_valid() else {}
    state = chosen.get("stand") or "open"
    page = agreement_page(
        filters=AgreementFilters(
            state="" if state == "all" else state,
            organisation_id=chosen.get("organisatie"),
            area_id=chosen.get("gebied"),
            words=chosen.get("zoek", ""),
        ),
        by=request.actor,
        on=dutch_day(request.at),
        cursor=request.GET.get("na", ""),
    )
    context = {
        "form": form,
        "page": page,
        "more": _more(request, page.next_cursor),
        "may_make": adviser,
    }
    return render(request, "workspace/agreements.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def agreement_new(request: StaffRequest) -> HttpResponseBase:
    """Make an agreement, from signals, from a bundle or from none."""
    asked = request.POST if request.method == "POST" else request.GET
    ground = signals_to_agree(
        references=tuple(dict.fromkeys(asked.getlist("melding")))[:100],
        bundle=asked.get("bundel", ""),
        by=request.actor,
    )
    route = route_for(request, ground)
    initiative = initiative_for(request, asked.get("initiatief", ""))
    days = quick_days(dutch_day(request.at))
    form = AgreementForm(
        request.POST or None,
        initial=start_of(ground, route, initiative) | asked_of_work(request, asked.get("werk", "")),
        organisations=open_organisations(request),
        areas=own_areas(request),
        days=days,
    )
    if form.is_valid():
        with refusals_on(form):
            made = make_agreement(
                signal_references=[row.reference for row in ground],
                area_id=form.cleaned_data["area"],
                organisation_id=form.cleaned_data["organisation"],
                contact=form.cleaned_data["contact"],
                what=form.cleaned_data["what"],
                due_on=day_of(form.cleaned_data),
                visibility=Visibility(form.cleaned_data["visibility"]),
                initiative_reference=initiative.reference if initiative else "",
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De afspraak is gemaakt."))
            return redirect("workspace:agreement", made.reference)
    context = {
        "form": form,
        "ground": ground,
        "initiative": initiative,
        "locked": [row for row in ground if row.is_locked],
        "flagged": [row for row in ground if row.is_flagged],
        "bundle": asked.get("bundel", ""),
        "route": route,
        "days": days,
        "loads": loads(
            by=request.actor,
            days=tuple(quick.day for quick in days),
            on=dutch_day(request.at),
        ),
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/agreement_new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def agreement(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one agreement, and move or end it."""
    detail = _detail(request, reference)
    deed = request.POST.get("deed", "")
    if request.method != "POST":
        return _page(request, detail, {})
    if deed not in DEEDS:
        raise Http404
    form = _forms(detail, {deed: request.POST})[deed]
    if form.is_valid():
        with refusals_on(form):
            DEEDS[deed](request, reference, form.cleaned_data)
            return redirect("workspace:agreement", reference)
    return _page(request, _detail(request, reference), {deed: form})


def _move(request: StaffRequest, reference: str, values: dict[str, Any]) -> None:
    move_agreement(reference=reference, **values, by=request.actor, at=request.at)
    messages.success(request, _("De dag is verzet."))


def _tell(request: StaffRequest, reference: str, values: dict[str, Any]) -> None:
    """Give everybody behind an agreement that ended its result, in one message."""
    if not _detail(request, reference).may_direct:
        raise Refused(_("Alleen de adviseur van dit gebied antwoordt de melders."))
    told = answer_agreement(
        reference=reference, text=values["text"], by=request.actor, at=request.at
    )
    words = ngettext(
        "Dit antwoord gaat naar %(count)s melder.",
        "Dit antwoord gaat naar %(count)s melders.",
        len(told),
    )
    messages.success(request, words % {"count": len(told)})


def _start_story(request: StaffRequest, reference: str, values: dict[str, Any]) -> None:
    """Draft the line on the neighbourhood's page; checking and publishing is done there."""
    draft_story(
        kind=StoryKind.DONE,
        said=values["said"],
        did=values["did"],
        agreement_reference=reference,
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Het concept staat klaar bij Buurtpagina. Kijk het daar na."))


def _finish(request: StaffRequest, reference: str, values: dict[str, Any]) -> None:
    """End an agreement and, when the adviser wrote it, tell everyone who waits in one message."""
    finish_agreement(
        reference=reference,
        result=values["result"],
        done=values["done"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De afspraak is afgerond."))
    text = values.get("text", "").strip()
    if not text:
        return
    try:
        _tell(request, reference, {"text": text})
    except OutOfScope:
        raise
    except Refused as refused:  # what was done is done; the message can be sent from the page
        messages.error(request, refused.reason)


def _detail(request: StaffRequest, reference: str) -> AgreementDetail:
    return agreement_detail(reference=reference, by=request.actor, on=dutch_day(request.at))


def _forms(detail: AgreementDetail, posted: dict[str, Any]) -> dict[str, forms.Form]:
    return {
        "move": MoveForm(posted.get("move"), auto_id="id_move_%s"),
        "finish": FinishForm(
            posted.get("finish"),
            waiting=detail.owed,
            initial={"done": "yes"},
            auto_id="id_finish_%s",
        ),
        "tell": TellForm(posted.get("tell"), auto_id="id_tell_%s"),
        "story": StoryStartForm(posted.get("story"), auto_id="id_story_%s"),
    }


def _page(
    request: StaffRequest, detail: AgreementDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    context: dict[str, Any] = {
        f"{name}_form": form for name, form in (_forms(detail, {}) | bound).items()
    }
    context |= {
        "detail": detail,
        "agreement": detail.agreement,
        "ambitions": ambitions_of_agreement(reference=detail.agreement.reference, by=request.actor),
        "bound": bound,
        "may_see_initiative": request.actor.has(*INITIATIVE_READERS),
    }
    return render(request, "workspace/agreement.html", context, status=422 if bound else 200)


def _more(request: StaffRequest, cursor: str) -> str:
    """Return the query string of the next page with the same filters; empty at the end."""
    if not cursor:
        return ""
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    return urlencode(kept | {"na": cursor})


DEEDS: dict[str, Callable[[StaffRequest, str, dict[str, Any]], None]] = {
    "move": _move,
    "finish": _finish,
    "tell": _tell,
    "story": _start_story,
}
