# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One case: to read together, or, as a draft, to tell step by step."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.answer.cases import actions
from voelspriet.answer.cases.forms import CaseForm, PublishCaseForm, TellStepForm
from voelspriet.answer.cases.queries import CaseDetail, case_detail
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.cases.listing import READERS

Forms = dict[str, forms.Form]


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def learning_case(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one case; the advisers of a draft tell its steps, write, publish or destroy it."""
    detail = case_detail(reference=reference, by=request.actor)
    if request.method != "POST":
        return _page(request, detail, {})
    deed = request.POST.get("deed", "")
    if deed == "take_back":
        actions.take_back_case(reference=reference, by=request.actor, at=request.at)
        messages.success(request, _("De leercasus is vernietigd."))
        return redirect("workspace:cases")
    form = _forms(detail, {deed: request.POST}).get(deed) if detail.row.is_draft else None
    if form is None:
        raise Http404
    if form.is_valid():
        with refusals_on(form):
            messages.success(request, _done(request, detail, deed, form.cleaned_data))
            return redirect("workspace:learning_case", reference)
    return _page(request, detail, {deed: form})


def _forms(detail: CaseDetail, posted: dict[str, Any]) -> Forms:
    """Return the forms of a draft: one for each step, one for the words around, one to publish."""
    made: Forms = {
        f"step-{step.position}": TellStepForm(
            posted.get(f"step-{step.position}"),
            doubts=f"step-{step.position}" in posted,
            initial={"told": step.told},
            auto_id=f"id_step{step.position}_%s",
        )
        for step in detail.steps
    }
    words = {
        "title": detail.row.title, "questions": detail.questions, "lessons": detail.lessons,
    }  # fmt: skip
    made["write"] = CaseForm(
        posted.get("write"), doubts="write" in posted, initial=words, auto_id="id_write_%s"
    )
    made["publish"] = PublishCaseForm(posted.get("publish"), auto_id="id_publish_%s")
    return made


def _done(request: StaffRequest, detail: CaseDetail, deed: str, given: dict[str, Any]) -> str:
    who: dict[str, Any] = {"by": request.actor, "at": request.at}
    reference = detail.row.reference
    if deed == "publish":
        actions.publish_case(reference=reference, **who)
        return _("Alle collega's kunnen dit nu lezen. Niets wijst meer naar de melding.")
    is_nobody = given.pop("is_nobody", False)
    if deed == "write":
        words = actions.CaseWords(**given)
        actions.write_case(reference=reference, words=words, is_nobody=is_nobody, **who)
    else:
        actions.tell_step(
            reference=reference,
            position=int(deed.removeprefix("step-")),
            told=given["told"],
            is_nobody=is_nobody,
            **who,
        )
    return _("Bewaard.")


def _page(request: StaffRequest, detail: CaseDetail, bound: Forms) -> HttpResponseBase:
    every = _forms(detail, {}) | bound if detail.row.is_draft else {}
    context = {
        "detail": detail,
        "row": detail.row,
        "steps": [(step, every.get(f"step-{step.position}")) for step in detail.steps],
        "write": every.get("write"),
        "publish": every.get("publish"),
        "bound": bound,
    }
    return render(request, "workspace/case.html", context, status=422 if bound else 200)
