# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One initiative: what was told, what everybody says of it, and the deeds of who answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from voelspriet.act.agenda.queries.of_initiatives import agreements_of_initiative
from voelspriet.act.initiatives.actions import read_contact
from voelspriet.act.initiatives.choices import InitiativeNeed
from voelspriet.act.initiatives.forms.budgets import AskForm
from voelspriet.act.initiatives.forms.initiatives import (
    AnswerForm,
    ContactForm,
    DecideForm,
    PressForm,
    SettleForm,
    StatusForm,
    TextForm,
    TitleForm,
)
from voelspriet.act.initiatives.queries.budgets import BudgetRow, open_budgets
from voelspriet.act.initiatives.queries.initiatives import InitiativeDetail, initiative_detail
from voelspriet.act.initiatives.queries.suggestions import suggestions_for
from voelspriet.act.initiatives.rules.plain_words import reads_hard
from voelspriet.act.initiatives.rules.waiting import DECISION_DAYS
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.initiatives.deeds import DEEDS
from voelspriet.doors.workspace.views.initiatives.listing import READERS
from voelspriet.lib.money import written
from voelspriet.lib.working_days import add_working_days, dutch_day

PRESSES = ("list", "unlist", "sensitive", "not_sensitive")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def initiative(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one initiative; its adviser answers, decides and keeps its status."""
    detail = initiative_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
    money = _budgets(request, detail)
    if request.method != "POST":
        return _page(request, detail, money, {})
    deed = request.POST.get("deed", "")
    found = _forms(request, detail, money, {deed: request.POST}).get(deed)
    if found is None:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            if deed == "contact":
                contact = read_contact(
                    reference=reference,
                    reason=found.cleaned_data["reason"],
                    by=request.actor,
                    at=request.at,
                )
                return _page(request, detail, money, {}, contact=contact)
            done = DEEDS[deed.split("-", 1)[0]](
                request, reference, found.cleaned_data | {"deed": deed}
            )
            messages.success(request, done)
            return redirect("workspace:initiative", reference)
    again = initiative_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
    return _page(request, again, money, {deed: found})


def _budgets(request: StaffRequest, detail: InitiativeDetail) -> tuple[BudgetRow, ...]:
    if not detail.may_lead:
        return ()
    year = dutch_day(request.at).year
    return open_budgets(area_ids=request.actor.area_ids, year=year, by=request.actor)


def _forms(
    request: StaffRequest,
    detail: InitiativeDetail,
    money: tuple[BudgetRow, ...],
    posted: dict[str, Any],
) -> dict[str, forms.Form]:
    """Return every form of the page by deed; those of statements and languages with which."""
    today = dutch_day(request.at)
    promise = {"promised_on": add_working_days(today, min(DECISION_DAYS, _longest(request)))}
    found: dict[str, forms.Form] = {
        "answer": AnswerForm(
            posted.get("answer"),
            is_decided=bool(detail.decisions),
            initial=promise,
            auto_id="id_answer_%s",
        ),
        "decide": DecideForm(
            posted.get("decide"),
            may_challenge=str(InitiativeNeed.CHALLENGE.label) in detail.needs,
            auto_id="id_decide_%s",
        ),
        "status": StatusForm(
            posted.get("status"),
            initial={"said_on": today, "replaces": True},
            auto_id="id_status_%s",
        ),
        "title": TitleForm(
            posted.get("title"), initial={"title": detail.row.title}, auto_id="id_title_%s"
        ),
        "contact": ContactForm(posted.get("contact"), auto_id="id_contact_%s"),
        "ask": AskForm(
            posted.get("ask"),
            budgets=[
                (row.id, f"{row.area_name} · {row.kind_label} · {written(row.left)}")
                for row in money
            ],
            auto_id="id_ask_%s",
        ),
    }
    for name in PRESSES:
        found[name] = PressForm(posted.get(name))
    for language, _name in settings.LANGUAGES:
        name = f"text-{language}"
        title, about = detail.texts.get(language, ("", ""))
        found[name] = TextForm(
            posted.get(name), initial={"title": title, "about": about}, auto_id=f"id_{name}_%s"
        )
    for row in detail.standing:
        name = f"settle-{row.id}"
        found[name] = SettleForm(posted.get(name), auto_id=f"id_{name}_%s")
    return found


def _longest(request: StaffRequest) -> int:
    return request.municipality.longest_promise_days if request.municipality else DECISION_DAYS


def _page(
    request: StaffRequest,
    detail: InitiativeDetail,
    money: tuple[BudgetRow, ...],
    bound: dict[str, forms.Form],
    *,
    contact: Any = None,
) -> HttpResponseBase:
    every = _forms(request, detail, money, {}) | bound
    names = ("answer", "decide", "status", "title", "contact", "ask")
    context: dict[str, Any] = {f"{name}_form": every[name] for name in names}
    context |= {
        "detail": detail,
        "row": detail.row,
        "bound": bound,
        "contact": contact,
        "standing": [(row, every[f"settle-{row.id}"]) for row in detail.standing],
        "decisions": [(one, reads_hard(one.reason)) for one in detail.decisions],
        "suggestions": suggestions_for(
            reference=detail.row.reference, by=request.actor, on=dutch_day(request.at)
        ),
        "has_budgets": bool(money),
        "agreements": agreements_of_initiative(
            reference=detail.row.reference, by=request.actor, on=dutch_day(request.at)
        ),
        "languages": [
            (code, name, *detail.texts.get(code, ("", "")), every[f"text-{code}"])
            for code, name in settings.LANGUAGES
        ],
    }
    return render(request, "workspace/initiative.html", context, status=422 if bound else 200)
