# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coding a second time: giving texts, how far both agree, and talking differences through."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import holders
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions.discussing import Decided, decide_difference
from voelspriet.understand.coding.actions.second import give_second, take_back
from voelspriet.understand.coding.choices import DifferenceOutcome
from voelspriet.understand.coding.forms_second import DifferenceForm, GiveSecondForm
from voelspriet.understand.coding.queries import agreement as reading
from voelspriet.understand.coding.queries.codebooks import usable_codebooks
from voelspriet.understand.coding.queries.differences import (
    DifferenceDetail,
    difference_counts,
    difference_detail,
    differences,
)


@require_safe
@staff(Role.RESEARCHER)
def study_agreement(request: StaffRequest, reference: str) -> HttpResponseBase:
    """List the second codings of a study."""
    found = reading.study_agreement(study=reference, by=request.actor)
    return render(request, "workspace/study_agreement.html", {"found": found})


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def study_second(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give finished texts of a study to a second coder."""
    found = reading.study_agreement(study=reference, by=request.actor)
    books = [(book.reference, book.name) for book in usable_codebooks(by=request.actor)]
    form = GiveSecondForm(
        request.POST or None, coders=holders(request, Role.RESEARCHER), codebooks=books
    )
    if form.is_valid():
        with refusals_on(form):
            give_second(
                study=reference,
                coder_id=form.cleaned_data["coder"],
                codebook=form.cleaned_data["codebook"],
                size=form.cleaned_data["size"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De teksten staan klaar bij de tweede codeerder."))
            return redirect("workspace:study_agreement", reference)
    status = 422 if form.errors else 200
    context = {"found": found, "form": form}
    return render(request, "workspace/study_second.html", context, status=status)


@require_safe
@staff(Role.RESEARCHER)
def second_coding(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one second coding: how far it is, and how far both agree once it is done."""
    study, row = reading.second_coding(reference=reference, by=request.actor)
    context = {"study": study, "row": row}
    return render(request, "workspace/second_coding.html", context)


@require_POST
@staff(Role.RESEARCHER)
def second_take_back(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Take back what the second coder did not finish."""
    study, _row = reading.second_coding(reference=reference, by=request.actor)
    take_back(reference=reference, by=request.actor, at=request.at)
    messages.success(request, _("Wat niet klaar was is teruggenomen."))
    return redirect("workspace:study_agreement", study.reference)


@require_safe
@staff(Role.RESEARCHER)
def second_differences(request: StaffRequest, reference: str) -> HttpResponseBase:
    """List where both coders differ, with both codings beside each other."""
    study, row = reading.second_coding(reference=reference, by=request.actor)
    only_open = request.GET.get("open") == "ja"
    page = differences(
        second_coding=reference,
        by=request.actor,
        only_open=only_open,
        cursor=request.GET.get("na", ""),
    )
    next_page = {"na": page.next_cursor} | ({"open": "ja"} if only_open else {})
    context = {
        "study": study,
        "row": row,
        "page": page,
        "only_open": only_open,
        "counts": difference_counts(second_coding=reference, by=request.actor),
        "more": urlencode(next_page) if page.next_cursor else "",
    }
    return render(request, "workspace/second_differences.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def difference(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one difference and write down what came of it."""
    detail = difference_detail(reference=reference, by=request.actor)
    form = DifferenceForm(
        request.POST or None, codes=_codes(request, detail), initial=_before(detail)
    )
    if form.is_valid():
        values = form.cleaned_data
        with refusals_on(form):
            decide_difference(
                reference=reference,
                decided=Decided(
                    DifferenceOutcome(values["outcome"]), values["reason"], values["codes"]
                ),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De uitkomst is opgeschreven."))
            return redirect("workspace:second_differences", detail.second_coding)
    status = 422 if form.errors else 200
    context = {"detail": detail, "one": detail.row, "form": form}
    return render(request, "workspace/difference.html", context, status=status)


def _codes(request: StaffRequest, detail: DifferenceDetail) -> list[tuple[int, str]]:
    """Return the codes of the codebook both were compared on."""
    return [
        (code.id, f"{code.number} {code.path}" if code.number else code.path)
        for book in usable_codebooks(by=request.actor)
        if book.reference == detail.codebook
        for code in book.codes
    ]


def _before(detail: DifferenceDetail) -> dict[str, object]:
    row = detail.row
    return {"outcome": row.outcome, "reason": row.reason, "codes": list(detail.code_ids)}
