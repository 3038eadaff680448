# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A row of the matrix: its words, the verdict per world, its place per area, its quotes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.choices import ActingParty, World
from voelspriet.understand.coding.queries.fragments import FragmentFilters
from voelspriet.understand.findings.actions.choosing import (
    choose_quote,
    drop_quote,
    set_quote_state,
)
from voelspriet.understand.findings.actions.comparing import (
    Answered,
    Judgement,
    Placing,
    judge_factor,
    place_factor,
    write_factor,
)
from voelspriet.understand.findings.choices import QuoteState, Sameness, Verdict
from voelspriet.understand.findings.forms import (
    FactorForm,
    FragmentFilterForm,
    PlaceForm,
    WorldForm,
)
from voelspriet.understand.findings.queries.comparisons import comparison_detail, factor_row
from voelspriet.understand.findings.queries.quotes import candidates
from voelspriet.understand.findings.rules.comparisons import NEXT_STATES

READERS = (Role.RESEARCHER, Role.POLICY_ADVISER)
MOST_DIGITS = 18
CHOICE = {"yes": True, "no": False}


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def comparison_factor(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Write what both sides say of a factor."""
    form = FactorForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        with refusals_on(form):
            write_factor(
                reference=reference, number=number, by=request.actor, at=request.at,
                **form.cleaned_data,
            )  # fmt: skip
            messages.success(request, _("Bewaard."))
            return redirect("workspace:comparison_factor", reference, number)
    return _page(request, reference, number, words=form)


@require_POST
@staff(Role.RESEARCHER)
def comparison_world(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Judge a factor in one world."""
    world = request.POST.get("world", "")
    if world not in {str(World.LIFE), str(World.SYSTEM)}:
        raise Http404
    form = WorldForm(request.POST, auto_id=f"{world}_%s")
    if form.is_valid():
        with refusals_on(form):
            judge_factor(
                reference=reference,
                number=number,
                world=World(world),
                judgement=_judgement(form.cleaned_data),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Uw oordeel is bewaard."))
            return redirect("workspace:comparison_factor", reference, number)
    return _page(request, reference, number, world=(world, form))


@require_POST
@staff(Role.RESEARCHER)
def comparison_place(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Say where a factor stands in an area."""
    area_id = _whole(request.POST.get("area", ""))
    form = PlaceForm(request.POST, auto_id=f"area_{area_id}_%s")
    if form.is_valid():
        values = form.cleaned_data
        with refusals_on(form):
            place_factor(
                reference=reference,
                number=number,
                area_id=area_id,
                placing=Placing(
                    values["told"],
                    CHOICE.get(values["has_concern"]),
                    values["concern_reason"],
                    CHOICE.get(values["has_attention"]),
                    values["attention_reason"],
                ),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Bewaard."))
            return redirect("workspace:comparison_factor", reference, number)
    return _page(request, reference, number, place=(area_id, form))


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def comparison_fragments(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Show the fragments behind a row; a researcher chooses quotes from them."""
    detail = comparison_detail(reference=reference, by=request.actor)
    row = factor_row(detail=detail, number=number)
    if request.method == "POST":
        choose_quote(
            reference=reference,
            number=number,
            fragment_id=_whole(request.POST.get("fragment", "")),
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("Het citaat staat bij de factor."))
        return redirect("workspace:comparison_factor", reference, number)
    form = FragmentFilterForm(
        request.GET if "code" in request.GET else {"code": row.code_key},
        codes=[(one.code_key, one.label) for one in detail.factors],
        areas=detail.areas,
    )
    values = form.cleaned_data if form.is_valid() else {}
    filters = FragmentFilters(
        code=values.get("code", ""), area_id=values.get("gebied"), side=values.get("kant", "")
    )
    page = candidates(
        study=detail.comparison.study_reference,
        by=request.actor,
        filters=filters,
        cursor=request.GET.get("na", ""),
    )
    kept = {name: values[name] or "" for name in ("code", "kant", "gebied") if name in values}
    context = {
        "detail": detail,
        "comparison": detail.comparison,
        "row": row,
        "form": form,
        "page": page,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
        "chosen": {one.fragment_id for one in row.quotes},
    }
    return render(request, "workspace/comparison_fragments.html", context)


@require_POST
@staff(Role.RESEARCHER)
def comparison_quote(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Take a quote away, or say that it went back and what was answered."""
    deed, quote_id = request.POST.get("deed", ""), _whole(request.POST.get("quote", ""))
    given: dict[str, Any] = {"reference": reference, "number": number, "quote_id": quote_id}
    given |= {"by": request.actor, "at": request.at}
    if deed == "drop":
        drop_quote(**given)
        messages.success(request, _("Het citaat staat niet meer bij de factor."))
    elif deed in QuoteState.values:
        set_quote_state(state=QuoteState(deed), **given)
        messages.success(request, _("Bewaard."))
    else:
        raise Http404
    return redirect("workspace:comparison_factor", reference, number)


def _page(
    request: StaffRequest,
    reference: str,
    number: int,
    *,
    words: FactorForm | None = None,
    world: tuple[str, WorldForm] | None = None,
    place: tuple[int, PlaceForm] | None = None,
) -> HttpResponseBase:
    detail = comparison_detail(reference=reference, by=request.actor)
    row = factor_row(detail=detail, number=number)
    form = words or FactorForm(
        initial={"residents_say": row.residents_say, "professionals_see": row.professionals_see,
                 "overall": row.overall}
    )  # fmt: skip
    worlds = [
        (one, world[1] if world and world[0] == one.world else
         WorldForm(initial=WorldForm.initial_of(one), auto_id=f"{one.world}_%s"))
        for one in row.worlds
    ]  # fmt: skip
    places = [
        (one, place[1] if place and place[0] == one.area_id else
         PlaceForm(initial=PlaceForm.initial_of(one), auto_id=f"area_{one.area_id}_%s"))
        for one in row.places
    ]  # fmt: skip
    quotes = [
        (one, [(str(state), str(state.label)) for state in NEXT_STATES[QuoteState(one.state)]])
        for one in row.quotes
    ]
    wrong: list[forms.Form] = [
        one for one in (words, world and world[1], place and place[1]) if one
    ]
    context = {
        "detail": detail,
        "comparison": detail.comparison,
        "row": row,
        "form": form,
        "worlds": worlds,
        "places": places,
        "quotes": quotes,
        "wrong": wrong[0] if wrong else None,
        "numbers": [one.number for one in detail.factors],
    }
    status = 422 if wrong else 200
    return render(request, "workspace/comparison_factor.html", context, status=status)


def _judgement(values: dict[str, Any]) -> Judgement:
    def answered(name: str) -> Answered:
        answer = values[name]
        return Answered(Sameness(answer) if answer else None, values[f"{name}_reason"])

    def party(name: str) -> ActingParty | None:
        return ActingParty(values[name]) if values[name] else None

    return Judgement(
        answered("same_problem"),
        answered("same_cause"),
        answered("same_actor"),
        party("residents_expect"),
        party("professionals_expect"),
        Verdict(values["verdict"]) if values["verdict"] else None,
        values["reason"],
    )


def _whole(text: str) -> int:
    """Return an id out of a form. OutOfScope for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise OutOfScope(_("Dit is er niet."))
    return int(text)
