# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The document of a plan: on a page, as PDF and to edit."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
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
from voelspriet.papers.queries import paper_file, paper_row
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_html


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_paper(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the document of a plan; have it made as PDF or to edit."""
    plan, document = _written(request, reference)
    if request.method == "POST":
        ask_paper(
            document,
            kind=PaperKind.PLAN,
            municipality_id=request.municipality.id,
            by=request.actor,
            at=request.at,
            form=format_of(request.POST.get("vorm", "")),
        )
        messages.success(request, _("Het bestand wordt gemaakt."))
        return redirect("workspace:plan_paper", reference)
    papers = [
        (str(form), str(form.label),
         paper_row(document, municipality_id=request.municipality.id, form=form))
        for form in PaperFormat
    ]  # fmt: skip
    context = {
        "plan": plan.frame.plan,
        "papers": papers,
        "waits": any(row.is_waiting for _form, _label, row in papers),
        "paper_html": write_html(document, below=1),
    }
    return render(request, "workspace/plan_paper.html", context)


@require_safe
@staff(*READS)
def plan_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the document as a file; to the page that makes it where it is not there."""
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    _plan, document = _written(request, reference)
    data = paper_file(document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect("workspace:plan_paper", reference)
    return RESPONSES[form](data, name=f"veiligheidsplan-{reference}-{get_language()}")


def _written(request: StaffRequest, reference: str) -> tuple[PrintedPlan, Document]:
    on = dutch_day(request.at)
    plan = printed_plan(reference=reference, by=request.actor, on=on)
    document = plan_document(
        plan=plan, municipality=request.municipality, language=get_language() or "nl", on=on
    )
    return plan, document
