# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a plan: document, evaluation, programmes, budget; as page, PDF and to edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.agenda.queries.plan_papers import printed_plan, printed_programme
from voelspriet.act.plans.queries.budget_papers import printed_budget
from voelspriet.act.plans.queries.rows import PlanRow
from voelspriet.act.plans.rules.access import READS, writes_plans
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.proposals.showing import RESPONSES, format_of
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.action_programme import action_programme
from voelspriet.papers.actions import ask_paper
from voelspriet.papers.budget_appendix import budget_appendix
from voelspriet.papers.choices import PaperFormat, PaperKind
from voelspriet.papers.plan_document import plan_document
from voelspriet.papers.plan_evaluation import plan_evaluation
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper of a plan: how it is written, where it stands, and what its page says.

    `write` gets the parts of the address, with who asks, on which day, and how papers look.
    """

    kind: PaperKind
    write: Callable[..., tuple[PlanRow, Document]]
    page: str
    file: str
    title: Promise
    about: Promise


# papers that print what is agreed, which not every reader of a plan may see
WITH_AGREEMENTS = (PaperKind.PLAN, PaperKind.EVALUATION, PaperKind.PROGRAMME)


def _of_plan(
    write: Callable[..., Document],
) -> Callable[..., tuple[PlanRow, Document]]:
    """Return how a paper of a whole plan is written."""

    def written(
        *, reference: str, by: Actor, on: date, for_every_reader: bool, **look: Any
    ) -> tuple[PlanRow, Document]:
        plan = printed_plan(reference=reference, by=by, on=on, for_every_reader=for_every_reader)
        return plan.frame.plan, write(plan=plan, on=on, **look)

    return written


def _programme(
    *, reference: str, first_year: int, by: Actor, on: date, for_every_reader: bool, **look: Any
) -> tuple[PlanRow, Document]:
    printed = printed_programme(
        reference=reference,
        first_year=first_year,
        by=by,
        on=on,
        for_every_reader=for_every_reader,
    )
    return printed.plan.frame.plan, action_programme(printed=printed, on=on, **look)


def _budget(*, reference: str, by: Actor, on: date, **look: Any) -> tuple[PlanRow, Document]:
    printed = printed_budget(reference=reference, by=by)
    return printed.plan, budget_appendix(printed=printed, on=on, **look)


DOCUMENT = _Paper(
    kind=PaperKind.PLAN,
    write=_of_plan(plan_document),
    page="workspace:plan_paper",
    file="workspace:plan_file",
    title=gettext_lazy("Het plan als document"),
    about=gettext_lazy(
        "Zoals het plan vandaag is. Wat een ambitie mist om te kunnen toetsen, staat erbij."
    ),
)
EVALUATION = _Paper(
    kind=PaperKind.EVALUATION,
    write=_of_plan(plan_evaluation),
    page="workspace:plan_evaluation",
    file="workspace:plan_evaluation_file",
    title=gettext_lazy("Evaluatie van het plan"),
    about=gettext_lazy(
        "Wat vandaag van elke ambitie te zeggen is, en waar bewoners op wilden letten."
    ),
)
PROGRAMME = _Paper(
    kind=PaperKind.PROGRAMME,
    write=_programme,
    page="workspace:plan_programme",
    file="workspace:plan_programme_file",
    title=gettext_lazy("Actieprogramma"),
    about=gettext_lazy(
        "Wat van het plan in deze jaren valt, zoals het vandaag is: ambities, geld en momenten."
    ),
)
BUDGET = _Paper(
    kind=PaperKind.BUDGET_APPENDIX,
    write=_budget,
    page="workspace:plan_budget_paper",
    file="workspace:plan_budget_paper_file",
    title=gettext_lazy("Begroting als document"),
    about=gettext_lazy(
        "Alle bedragen van het plan, zoals zij vandaag zijn, met wat zij optellen en wat niet "
        "klopt. Als bijlage, en voor wie narekent."
    ),
)


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


def _page(request: StaffRequest, paper: _Paper, **parts: Any) -> HttpResponseBase:
    plan, document = _written(request, paper, parts, for_every_reader=False)
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
        return redirect(reverse(paper.page, kwargs=parts))
    papers = [
        (str(form), str(form.label),
         paper_row(document, municipality_id=request.municipality.id, form=form))
        for form in PaperFormat
    ]  # fmt: skip
    context = {
        "plan": plan,
        "title": paper.title,
        "about": paper.about,
        "may_tell": paper is EVALUATION and writes_plans(request.actor),
        "paper_file": reverse(paper.file, kwargs=parts),
        "papers": papers,
        "waits": any(row.is_waiting for _form, _label, row in papers),
        "paper_html": write_html(document, below=1),
    }
    return render(request, "workspace/plan_paper.html", context)


def _file(request: StaffRequest, paper: _Paper, **parts: Any) -> HttpResponseBase:
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    _plan, document = _written(request, paper, parts, for_every_reader=False)
    data = paper_file(document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect(reverse(paper.page, kwargs=parts))
    place = "-".join(str(one) for one in parts.values())
    return RESPONSES[form](data, name=f"{paper.kind}-{place}-{get_language()}")


def _written(
    request: StaffRequest, paper: _Paper, parts: dict[str, Any], *, for_every_reader: bool = True
) -> tuple[PlanRow, Document]:
    """Write a paper: for all who read plans, or for this reader with all that they may see."""
    if paper.kind in WITH_AGREEMENTS:
        parts = parts | {"for_every_reader": for_every_reader}
    return paper.write(
        **parts,
        by=request.actor,
        on=dutch_day(request.at),
        municipality=request.municipality,
        language=get_language() or "nl",
    )
