# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a plan: document, evaluation, programmes, budget; as page, PDF and to edit."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.plans.forms.proposals import FreezeForm
from voelspriet.act.plans.rules.access import READS, writes_plans
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.paper_files import RESPONSES, ask_file, files_of, format_of
from voelspriet.doors.workspace.paper_versions import freeze, freezes, versions_of
from voelspriet.doors.workspace.views.plans.paper_kinds import (
    BUDGET,
    DOCUMENT,
    EVALUATION,
    PROGRAMME,
    PlanPaper,
    written,
    written_in_dutch,
)
from voelspriet.doors.workspace.writing import show_form
from voelspriet.papers.choices import PaperFormat
from voelspriet.papers.queries import paper_file
from voelspriet.papers.writers.html import write_html


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_paper(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the document of a plan; have it made as PDF or to edit."""
    return _page(request, DOCUMENT, reference=reference)


@require_safe
@staff(*READS)
def plan_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the document as a file; to the page that makes it where it is not there."""
    return _file(request, DOCUMENT, reference=reference)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_evaluation_page(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the evaluation of a plan as it stands; have it made as PDF or to edit."""
    return _page(request, EVALUATION, reference=reference)


@require_safe
@staff(*READS)
def plan_evaluation_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the evaluation as a file; to the page that makes it where it is not there."""
    return _file(request, EVALUATION, reference=reference)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_programme(request: StaffRequest, reference: str, first_year: int) -> HttpResponseBase:
    """Show the action programme that begins in a year; have it made as PDF or to edit."""
    return _page(request, PROGRAMME, reference=reference, first_year=first_year)


@require_safe
@staff(*READS)
def plan_programme_file(request: StaffRequest, reference: str, first_year: int) -> HttpResponseBase:
    """Give the programme as a file; to the page that makes it where it is not there."""
    return _file(request, PROGRAMME, reference=reference, first_year=first_year)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_budget_paper(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the budget of a plan as a paper; have it made as PDF or to edit."""
    return _page(request, BUDGET, reference=reference)


@require_safe
@staff(*READS)
def plan_budget_paper_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the budget as a file; to the page that makes it where it is not there."""
    return _file(request, BUDGET, reference=reference)


def _page(request: StaffRequest, paper: PlanPaper, **parts: Any) -> HttpResponseBase:
    plan, document = written(request, paper, parts, for_every_reader=False)
    freeze_form = FreezeForm(request.POST if freezes(request) else None)
    if freezes(request):
        frozen = freeze(
            request,
            freeze_form,
            paper.versioned(parts),
            lambda: written_in_dutch(request, paper, parts)[1],
        )
        if frozen is not None:
            return frozen
    elif request.method == "POST":
        ask_file(request, document, paper.kind)
        return redirect(reverse(paper.page, kwargs=parts))
    context = {
        "plan": plan,
        "title": paper.title,
        "about": paper.about,
        "may_tell": paper is EVALUATION and writes_plans(request.actor),
        "paper_file": reverse(paper.file, kwargs=parts),
        **files_of(request, document),
        "paper_html": write_html(document, below=1),
    }
    may_freeze = writes_plans(request.actor)
    context |= versions_of(request, paper.versioned(parts), may_freeze=may_freeze)
    return show_form(request, "workspace/plan_paper.html", freeze_form, **context)


def _file(request: StaffRequest, paper: PlanPaper, **parts: Any) -> HttpResponseBase:
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    _plan, document = written(request, paper, parts, for_every_reader=False)
    data = paper_file(document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect(reverse(paper.page, kwargs=parts))
    place = "-".join(str(one) for one in parts.values())
    return RESPONSES[form](data, name=f"{paper.kind}-{place}-{get_language()}")
