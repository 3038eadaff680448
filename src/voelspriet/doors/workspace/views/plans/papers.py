# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The document of a plan and its evaluation: on a page, as PDF and to edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.plans.queries.plan_papers import PrintedPlan, printed_plan
from voelspriet.act.plans.rules.access import READS
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.proposals.showing import RESPONSES, format_of
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.choices import PaperFormat, PaperKind
from voelspriet.papers.plan_document import plan_document
from voelspriet.papers.plan_evaluation import plan_evaluation
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper of a plan: how it is written, where it stands, and what its page says."""

    kind: PaperKind
    write: Callable[..., Document]
    page: str
    file: str
    title: Promise
    about: Promise


DOCUMENT = _Paper(
    kind=PaperKind.PLAN,
    write=plan_document,
    page="workspace:plan_paper",
    file="workspace:plan_file",
    title=gettext_lazy("Het plan als document"),
    about=gettext_lazy(
        "Zoals het plan vandaag is. Wat een ambitie mist om te kunnen toetsen, staat erbij."
    ),
)
EVALUATION = _Paper(
    kind=PaperKind.EVALUATION,
    write=plan_evaluation,
    page="workspace:plan_evaluation",
    file="workspace:plan_evaluation_file",
    title=gettext_lazy("Evaluatie van het plan"),
    about=gettext_lazy(
        "Wat vandaag van elke ambitie te zeggen is, en waar bewoners op wilden letten."
    ),
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_paper(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the document of a plan; have it made as PDF or to edit."""
    return _page(request, reference, DOCUMENT)


@require_safe
@staff(*READS)
def plan_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the document as a file; to the page that makes it where it is not there."""
    return _file(request, reference, DOCUMENT)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_evaluation_page(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the evaluation of a plan as it stands; have it made as PDF or to edit."""
    return _page(request, reference, EVALUATION)


@require_safe
@staff(*READS)
def plan_evaluation_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the evaluation as a file; to the page that makes it where it is not there."""
    return _file(request, reference, EVALUATION)


def _page(request: StaffRequest, reference: str, paper: _Paper) -> HttpResponseBase:
    plan, document = _written(request, reference, paper)
    if request.method == "POST":
        ask_paper(
            document,
            kind=paper.kind,
            municipality_id=request.municipality.id,
            by=request.actor,
            at=request.at,
            form=format_of(request.POST.get("vorm", "")),
        )
        messages.success(request, _("Het bestand wordt gemaakt."))
        return redirect(paper.page, reference)
    papers = [
        (str(form), str(form.label),
         paper_row(document, municipality_id=request.municipality.id, form=form))
        for form in PaperFormat
    ]  # fmt: skip
    context = {
        "plan": plan.frame.plan,
        "title": paper.title,
        "about": paper.about,
        "file_name": paper.file,
        "papers": papers,
        "waits": any(row.is_waiting for _form, _label, row in papers),
        "paper_html": write_html(document, below=1),
    }
    return render(request, "workspace/plan_paper.html", context)


def _file(request: StaffRequest, reference: str, paper: _Paper) -> HttpResponseBase:
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    _plan, document = _written(request, reference, paper)
    data = paper_file(document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect(paper.page, reference)
    return RESPONSES[form](data, name=f"{paper.kind}-{reference}-{get_language()}")


def _written(request: StaffRequest, reference: str, paper: _Paper) -> tuple[PrintedPlan, Document]:
    on = dutch_day(request.at)
    plan = printed_plan(reference=reference, by=request.actor, on=on)
    document = paper.write(
        plan=plan, municipality=request.municipality, language=get_language() or "nl", on=on
    )
    return plan, document
