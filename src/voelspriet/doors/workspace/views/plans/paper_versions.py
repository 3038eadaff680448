# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One version of a paper of a plan: its page with what is said, its file, and what changed."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.plans.rules.access import READS
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.paper_files import RESPONSES, ask_file, files_of, format_of
from voelspriet.doors.workspace.views.plans.freezing import Versioned
from voelspriet.doors.workspace.views.plans.paper_kinds import found_paper, written_in_dutch
from voelspriet.doors.workspace.views.proposals.showing import (
    id_of,
    number_of,
)
from voelspriet.doors.workspace.writing import done
from voelspriet.lib.text_changes import PartChange
from voelspriet.papers.choices import PaperFormat
from voelspriet.papers.queries import paper_file
from voelspriet.papers.versions.actions import comment_on_paper, settle_paper_comment
from voelspriet.papers.versions.changes import changes_between
from voelspriet.papers.versions.forms import PaperAnswerForm, PaperCommentForm
from voelspriet.papers.versions.queries import (
    PaperVersionDetail,
    paper_version,
    paper_versions,
)
from voelspriet.papers.writers.chapters import headings
from voelspriet.papers.writers.html import write_html


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_paper_version(
    request: StaffRequest, reference: str, paper: str, number: int
) -> HttpResponseBase:
    """Show a version with what is said about it; have its file made, comment, or answer."""
    kind, parts = found_paper(reference, paper)
    of = kind.versioned(parts)
    detail = paper_version(number=number, by=request.actor, **of.key)
    deed = request.POST.get("deed", "") if request.method == "POST" else ""
    form = PaperCommentForm(
        request.POST if deed == "comment" else None, headings=headings(detail.document)
    )
    answer = PaperAnswerForm(
        request.POST if deed == "settle" else None,
        comment_id=id_of(request.POST.get("comment", "")),
    )
    if deed == "comment" and _commented(request, of, number, form):
        return done(request, _("De opmerking staat erbij."), f"{request.path}#opmerkingen")
    if deed == "settle" and _settled(request, of, number, answer):
        return done(request, _("Het antwoord staat erbij."), f"{request.path}#opmerkingen")
    if request.method == "POST" and not deed:
        _ask(request, of, detail)
        return redirect(request.path)
    context = {**_page(request, of, detail), "form": form, "answer_form": answer}
    status = 422 if form.errors or answer.errors else 200
    return render(request, "workspace/plan_paper_version.html", context, status=status)


@require_safe
@staff(*READS)
def plan_paper_version_file(
    request: StaffRequest, reference: str, paper: str, number: int
) -> HttpResponseBase:
    """Give a version as a file; to its page, that has it made, where it is not there."""
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    kind, parts = found_paper(reference, paper)
    of = kind.versioned(parts)
    detail = paper_version(number=number, by=request.actor, **of.key)
    data = paper_file(detail.document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect("workspace:plan_paper_version", reference, paper, number)
    return RESPONSES[form](data, name=f"{of.kind}-{of.about}-v{number}")


@require_safe
@staff(*READS)
def plan_paper_changes(request: StaffRequest, reference: str, paper: str) -> HttpResponseBase:
    """Show chapter by chapter what changed: since the last version, or between two."""
    kind, parts = found_paper(reference, paper)
    of = kind.versioned(parts)
    rows = paper_versions(by=request.actor, **of.key)
    since = number_of(request.GET.get("van", "")) or (rows[0].number if rows else 0)
    until = number_of(request.GET.get("tot", ""))
    changes: tuple[PartChange, ...] = ()
    title = ""
    if until:
        later = paper_version(number=until, by=request.actor, **of.key)
        after, title = later.document, later.plan_title
    else:
        plan, after = written_in_dutch(request, kind, parts)
        title = plan.title
    if since:
        before = paper_version(number=since, by=request.actor, **of.key)
        changes = changes_between(before.document, after)
    context = {
        "of": of,
        "plan_title": title,
        "since": since,
        "until": until,
        "versions": rows,
        "changed": [part for part in changes if part.change.is_changed],
        "same": [part.label for part in changes if not part.change.is_changed],
    }
    return render(request, "workspace/plan_paper_changes.html", context)


def _page(request: StaffRequest, of: Versioned, detail: PaperVersionDetail) -> dict[str, object]:
    return {
        "of": of,
        "detail": detail,
        "version": detail.version,
        "before": detail.version.number - 1,
        "comments": detail.comments,
        **files_of(request, detail.document),
        "paper_html": write_html(detail.document, below=1),
    }


def _ask(request: StaffRequest, of: Versioned, detail: PaperVersionDetail) -> None:
    ask_file(request, detail.document, of.kind)


def _commented(request: StaffRequest, of: Versioned, number: int, form: PaperCommentForm) -> bool:
    """Tell whether what was said is kept; why not stands on the form."""
    if not form.is_valid():
        return False
    with refusals_on(form):
        comment_on_paper(
            number=number, **form.cleaned_data, by=request.actor, at=request.at, **of.key
        )
    return form.is_valid()


def _settled(request: StaffRequest, of: Versioned, number: int, form: PaperAnswerForm) -> bool:
    """Tell whether an answer is kept; why not stands on the form."""
    if not form.is_valid():
        return False
    with refusals_on(form):
        settle_paper_comment(
            number=number,
            comment_id=form.comment_id,
            **form.cleaned_data,
            by=request.actor,
            at=request.at,
            **of.key,
        )
    return form.is_valid()
