# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starting a proposal or a letter, and writing its head and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.http import Http404, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.proposals import start_proposal, write_head, write_section
from voelspriet.act.plans.choices.proposals import (
    SECTIONS,
    ProposalKind,
    ProposalSection,
    section_label,
)
from voelspriet.act.plans.forms.letters import LetterForm
from voelspriet.act.plans.forms.proposals import ProposalForm, SectionForm
from voelspriet.act.plans.queries.evaluation_letters import EvaluationLetter, evaluation_letter
from voelspriet.act.plans.queries.proposals import (
    ProposalDetail,
    ProposalRow,
    followed_choices,
    plan_choices,
    proposal_detail,
)
from voelspriet.act.plans.rules.proposals import closed_words
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.proposals.showing import head_of
from voelspriet.doors.workspace.writing import done, show_form
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

WRITERS = (Role.POLICY_ADVISER,)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_new(request: StaffRequest) -> HttpResponseBase:
    """Start a proposal."""
    form = ProposalForm(request.POST or None, plans=plan_choices(by=request.actor))
    return _started(request, form, _("Het voorstel staat klaar. Vul nu de onderdelen in."))


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_letter(request: StaffRequest) -> HttpResponseBase:
    """Start a letter to the council: by itself, on a proposal, or on the evaluation of a plan."""
    evaluation = _evaluation(request)
    form = LetterForm(
        request.POST or None,
        plans=plan_choices(by=request.actor),
        proposals=followed_choices(by=request.actor),
        initial=_from_proposal(request) | ({"subject": evaluation.subject} if evaluation else {}),
    )
    return _started(
        request,
        form,
        _("De brief staat klaar. Vul nu de onderdelen in."),
        is_letter=True,
        texts=evaluation.texts if evaluation else {},
    )


def _started(
    request: StaffRequest,
    form: ProposalForm | LetterForm,
    told: str,
    *,
    is_letter: bool = False,
    texts: Mapping[ProposalSection, str] = MappingProxyType({}),
) -> HttpResponseBase:
    """Start what a form says, some of its parts written already, or show the form."""
    if form.is_valid():
        kind = ProposalKind.LETTER if is_letter else ProposalKind.COLLEGE
        with refusals_on(form):
            made = start_proposal(
                **form.cleaned_data, kind=kind, texts=texts, by=request.actor, at=request.at
            )
            return done(request, told, "workspace:proposal", made)
    context = {"is_letter": is_letter, "has_texts": bool(texts)}
    return show_form(request, "workspace/proposal_new.html", form, **context)


def _evaluation(request: StaffRequest) -> EvaluationLetter | None:
    """Return how a letter begins on the evaluation of a plan; None for any other letter."""
    reference = request.GET.get("plan", "")
    if not reference or (request.method == "POST" and request.POST.get("plan") != reference):
        return None
    return evaluation_letter(reference=reference, by=request.actor, on=dutch_day(request.at))


def _from_proposal(request: StaffRequest) -> dict[str, str]:
    """Return what a letter has from the proposal, or the plan, it was begun on."""
    reference = request.GET.get("uit", "")
    if not reference:
        return {"plan": request.GET.get("plan", "")}
    row = proposal_detail(reference=reference, by=request.actor).proposal
    return {"follows": reference, "subject": row.subject, "plan": row.plan_reference}


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_head(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Write what a proposal is about."""
    detail = proposal_detail(reference=reference, by=request.actor)
    row = detail.proposal
    refuse_unless_open(detail)
    initial = {
        "subject": row.subject,
        "meets_on": row.meets_on,
        "plan": row.plan_reference,
    }
    form = _head_form(request, row, initial)
    if form.is_valid():
        with refusals_on(form):
            write_head(reference=reference, **form.cleaned_data, by=request.actor, at=request.at)
            return done(request, _("Bewaard."), "workspace:proposal", reference)
    context = head_of(detail, "now") | {"title": _("Onderwerp en datum")}
    return show_form(request, "workspace/proposal_edit.html", form, **context)


def _head_form(
    request: StaffRequest, row: ProposalRow, initial: dict[str, Any]
) -> ProposalForm | LetterForm:
    plans = plan_choices(by=request.actor)
    if not row.is_letter:
        return ProposalForm(request.POST or None, plans=plans, initial=initial)
    had = row.follows_reference
    return LetterForm(
        request.POST or None,
        plans=plans,
        proposals=followed_choices(by=request.actor, keep=had),
        initial=initial | {"portfolio": row.portfolio, "follows": had},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_section(request: StaffRequest, reference: str, section: str) -> HttpResponseBase:
    """Write one part."""
    detail = proposal_detail(reference=reference, by=request.actor)
    if section not in SECTIONS[detail.content.kind]:
        raise Http404
    refuse_unless_open(detail)
    part = ProposalSection(section)
    initial = {"text": detail.content.text(part)}
    form = SectionForm(
        request.POST or None, kind=detail.proposal.kind, section=part, initial=initial
    )
    if form.is_valid():
        with refusals_on(form):
            write_section(
                reference=reference,
                section=part,
                text=form.cleaned_data["text"],
                by=request.actor,
                at=request.at,
            )
            return done(request, _("Bewaard."), f"{_page(reference)}#{part.value}")
    context = head_of(detail, "now") | {
        "title": section_label(detail.proposal.kind, part),
        "is_text": True,
        "comments": [one for one in detail.comments if one.section == part],
    }
    return show_form(request, "workspace/proposal_edit.html", form, **context)


def refuse_unless_open(detail: ProposalDetail) -> None:
    """Refuse to show a form of a proposal that was decided: nothing typed in it could be kept."""
    if not detail.may_write:
        raise Refused(closed_words(detail.proposal.kind))


def _page(reference: str) -> str:
    return reverse("workspace:proposal", args=(reference,))
