# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a plan: its document, its evaluation, its programmes; as page, PDF and to edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.plans.forms.proposals import FreezeForm
from voelspriet.act.plans.queries.plan_papers import printed_plan
from voelspriet.act.plans.queries.programme_papers import printed_programme
from voelspriet.act.plans.queries.rows import PlanRow
from voelspriet.act.plans.rules.access import READS, writes_plans
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.views.plans.freezing import (
    Versioned,
    freeze,
    freezes,
    versions_of,
)
from voelspriet.doors.workspace.views.proposals.showing import RESPONSES, format_of, number_of
from voelspriet.doors.workspace.writing import show_form
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.action_programme import action_programme
from voelspriet.papers.actions import ask_paper
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
    # its word in the addresses of its versions; a paper without one has no versions
    word: str = ""

    def versioned(self, parts: dict[str, Any]) -> Versioned:
        """Return what its versions are found by; `parts` are those of its address."""
        plan, *others = (str(one) for one in parts.values())
        return Versioned(
            kind=self.kind,
            plan=plan,
            about="-".join((plan, *others)),
            word="-".join((self.word, *others)),
            title=self.title,
            page=reverse(self.page, kwargs=parts),
        )


def _of_plan(
    write: Callable[..., Document],
) -> Callable[..., tuple[PlanRow, Document]]:
    """Return how a paper of a whole plan is written."""

    def written(*, reference: str, by: Actor, on: date, **look: Any) -> tuple[PlanRow, Document]:
        plan = printed_plan(reference=reference, by=by, on=on)
        return plan.frame.plan, write(plan=plan, on=on, **look)

    return written


def _programme(
    *, reference: str, first_year: int, by: Actor, on: date, **look: Any
) -> tuple[PlanRow, Document]:
    printed = printed_programme(reference=reference, first_year=first_year, by=by, on=on)
    return printed.plan.frame.plan, action_programme(printed=printed, on=on, **look)


DOCUMENT = _Paper(
    kind=PaperKind.PLAN,
    write=_of_plan(plan_document),
    page="workspace:plan_paper",
    file="workspace:plan_file",
    title=gettext_lazy("Het plan als document"),
    about=gettext_lazy(
        "Zoals het plan vandaag is. Wat een ambitie mist om te kunnen toetsen, staat erbij."
    ),
    word="document",
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
    word="evaluatie",
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
    word="programma",
)
WITH_VERSIONS = {paper.word: paper for paper in (DOCUMENT, EVALUATION, PROGRAMME)}


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


def _page(request: StaffRequest, paper: _Paper, **parts: Any) -> HttpResponseBase:
    plan, document = _written(request, paper, parts)
    freeze_form = FreezeForm(request.POST if freezes(request) else None)
    if paper.word and freezes(request):
        frozen = freeze(
            request,
            freeze_form,
            paper.versioned(parts),
            lambda: written_in_dutch(request, paper, parts)[1],
        )
        if frozen is not None:
            return frozen
    elif request.method == "POST":
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
    if paper.word:
        context |= versions_of(request, paper.versioned(parts))
    return show_form(request, "workspace/plan_paper.html", freeze_form, **context)


def _file(request: StaffRequest, paper: _Paper, **parts: Any) -> HttpResponseBase:
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    _plan, document = _written(request, paper, parts)
    data = paper_file(document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect(reverse(paper.page, kwargs=parts))
    place = "-".join(str(one) for one in parts.values())
    return RESPONSES[form](data, name=f"{paper.kind}-{place}-{get_language()}")


def found_paper(reference: str, word: str) -> tuple[_Paper, dict[str, Any]]:
    """Return the paper that a word in an address names, and the parts of its own address."""
    name, _between, year = word.partition("-")
    paper = WITH_VERSIONS.get(name)
    if paper is None or bool(year) != (paper is PROGRAMME):
        raise Http404
    if not year:
        return paper, {"reference": reference}
    first_year = number_of(year)
    if str(first_year) != year:
        raise Http404
    return paper, {"reference": reference, "first_year": first_year}


def written_in_dutch(
    request: StaffRequest, paper: _Paper, parts: dict[str, Any]
) -> tuple[PlanRow, Document]:
    """Return a paper as versions keep it: in the language of college and council."""
    with override("nl"):
        return _written(request, paper, parts)


def _written(
    request: StaffRequest, paper: _Paper, parts: dict[str, Any]
) -> tuple[PlanRow, Document]:
    return paper.write(
        **parts,
        by=request.actor,
        on=dutch_day(request.at),
        municipality=request.municipality,
        language=get_language() or "nl",
    )
