# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading proposals and letters: the list, one, its paper, a version, and what changed."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.plans.choices.proposals import section_label
from voelspriet.act.plans.forms.proposals import CommentForm
from voelspriet.act.plans.queries import proposals as reading
from voelspriet.act.plans.queries.proposals import ProposalDetail
from voelspriet.act.plans.rules.amounts import range_words
from voelspriet.act.plans.rules.proposal_content import (
    ProposalContent,
    decided_words,
    hire_words,
    remark_words,
    yearly_words,
)
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.numbers import number_of
from voelspriet.doors.workspace.paper_files import RESPONSES, ask_file, files_of, format_of
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.text_changes import PartChange
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.choices import PaperFormat, PaperKind
from voelspriet.papers.college_proposal import college_proposal
from voelspriet.papers.council_letter import council_letter
from voelspriet.papers.plain_text import set_text
from voelspriet.papers.proposal_parts import Standing
from voelspriet.papers.queries import paper_file
from voelspriet.papers.writers.document import Document
from voelspriet.papers.writers.html import write_blocks, write_html

READERS = (Role.POLICY_ADVISER, Role.DIRECTOR, Role.EXECUTIVE, Role.AREA_ADVISER)


@require_safe
@staff(*READERS)
def proposals(request: StaffRequest) -> HttpResponseBase:
    """List the proposals of the municipality."""
    page = reading.proposals(by=request.actor, cursor=request.GET.get("na", ""))
    more = urlencode({"na": page.next_cursor}) if page.next_cursor else ""
    return render(request, "workspace/proposals.html", {"page": page, "more": more})


@require_safe
@staff(*READERS)
def proposal(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show a proposal part by part, with what colleagues say and what can be done."""
    detail = reading.proposal_detail(reference=reference, by=request.actor)
    return render(
        request, "workspace/proposal.html", page_of(detail, CommentForm(kind=detail.proposal.kind))
    )


def page_of(detail: ProposalDetail, comment: CommentForm) -> dict[str, object]:
    """Return what the page of a proposal shows."""
    content = detail.content
    return {
        **head_of(detail, "now"),
        "content": content,
        "sections": [
            {
                "code": section.value,
                "label": section_label(content.kind, section),
                "text": content.text(section),
                "html": write_blocks(tuple(set_text(content.text(section), level=3))),
                "is_empty": content.is_empty(section),
                "comments": [one for one in detail.comments if one.section == section],
            }
            for section in content.sections
        ],
        "decided": decided_words(content.follows) if content.follows is not None else "",
        "costs": [
            {
                "line": line,
                "sum": hire_words(line.hire) if line.hire else "",
                "amount": range_words(line.amount),
                "remark": remark_words(line),
            }
            for line in content.shown_costs
        ],
        "total": range_words(content.total),
        "alternatives": [
            (one, write_blocks(tuple(set_text(one.text, level=4))), yearly_words(one))
            for one in content.alternatives
        ],
        "comment_form": comment,
    }


def head_of(detail: ProposalDetail, here: str) -> dict[str, object]:
    """Return what stands above every page of a proposal."""
    return {"detail": detail, "proposal": detail.proposal, "here": here}


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def proposal_paper(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show the paper of a proposal, or of a version; have it made as PDF or to edit."""
    detail = reading.proposal_detail(reference=reference, by=request.actor)
    number = number_of(request.GET.get("versie", ""))
    document = _written(request, detail, number)
    address = f"?versie={number}" if number else "?"
    if request.method == "POST":
        ask_file(request, document, _kind(detail))
        return redirect(address if number else request.path)
    context = {
        **head_of(detail, "paper"),
        "number": number,
        "address": address,
        **files_of(request, document),
        "paper_html": write_html(document, below=1),
    }
    return render(request, "workspace/proposal_paper.html", context)


@require_safe
@staff(*READERS)
def proposal_file(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give the paper as a file; to the page that makes it where it is not there."""
    form = format_of(request.GET.get("vorm", PaperFormat.PDF))
    detail = reading.proposal_detail(reference=reference, by=request.actor)
    document = _written(request, detail, number_of(request.GET.get("versie", "")))
    data = paper_file(document, municipality_id=request.municipality.id, form=form)
    if data is None:
        return redirect("workspace:proposal_paper", reference)
    word = "raadsbrief" if detail.proposal.is_letter else "collegevoorstel"
    return RESPONSES[form](data, name=f"{word}-{reference}-{get_language()}")


@require_safe
@staff(*READERS)
def proposal_version(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Show a version as it was frozen."""
    detail = reading.proposal_detail(reference=reference, by=request.actor)
    version = next((one for one in detail.frozen if one.number == number), None)
    if version is None:
        raise OutOfScope(_("Deze versie is er niet."))
    document = _written(request, detail, number)
    context = {
        **head_of(detail, "versions"),
        "version": version,
        "decision": detail.decision_on(number),
        "before": number - 1,
        "paper_html": write_html(document, below=1),
    }
    return render(request, "workspace/proposal_version.html", context)


@require_safe
@staff(*READERS)
def proposal_changes(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show part by part what changed: since the last version, or between two."""
    detail = reading.proposal_detail(reference=reference, by=request.actor)
    latest = detail.proposal.versions
    since = number_of(request.GET.get("van", "")) or latest
    until = number_of(request.GET.get("tot", ""))
    parts: tuple[PartChange, ...] = ()
    if latest:
        before = reading.proposal_version(reference=reference, number=since, by=request.actor)
        after = _content(request, detail, until)
        parts = reading.changes_between(before, after)
    context = {
        **head_of(detail, "changes"),
        "since": since,
        "until": until,
        "changed": [part for part in parts if part.change.is_changed],
        "same": [part.label for part in parts if not part.change.is_changed],
    }
    return render(request, "workspace/proposal_changes.html", context)


def _content(request: StaffRequest, detail: ProposalDetail, number: int) -> ProposalContent:
    """Return what stands in a version; in the proposal of now for 0."""
    if not number:
        return detail.content
    reference = detail.proposal.reference
    return reading.proposal_version(reference=reference, number=number, by=request.actor)


def _written(request: StaffRequest, detail: ProposalDetail, number: int) -> Document:
    """Return the paper of a version; for 0 of what was decided, or else of the draft of today."""
    if not detail.is_draft and not number:
        number = detail.proposal.versions
    write = council_letter if detail.proposal.is_letter else college_proposal
    return write(
        content=_content(request, detail, number),
        standing=Standing(number, detail.decision_on(number)),
        municipality=request.municipality,
        language=get_language() or "nl",
        on=dutch_day(request.at),
    )


def _kind(detail: ProposalDetail) -> PaperKind:
    return PaperKind.COUNCIL_LETTER if detail.proposal.is_letter else PaperKind.PROPOSAL
