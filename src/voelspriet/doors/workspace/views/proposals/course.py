# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The course of a proposal or letter: comments, versions, the decision or the sending."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.act.plans.actions.proposal_course import (
    comment_on_proposal,
    freeze_proposal,
    note_decision,
    send_letter,
    settle_comment,
)
from voelspriet.act.plans.choices.proposals import ProposalOutcome, ProposalSection
from voelspriet.act.plans.forms.letters import SendForm
from voelspriet.act.plans.forms.proposals import CommentForm, DecisionForm, FreezeForm
from voelspriet.act.plans.queries.proposals import ProposalDetail, proposal_detail
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.numbers import id_of
from voelspriet.doors.workspace.views.proposals.showing import READERS, head_of, page_of
from voelspriet.doors.workspace.views.proposals.writing import WRITERS, refuse_unless_open
from voelspriet.doors.workspace.writing import done, show_form
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

TELLERS = (Role.POLICY_ADVISER, Role.DIRECTOR, Role.AREA_ADVISER)


@require_POST
@staff(*TELLERS)
def proposal_comment(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Say something about a part; what cannot be kept comes back with what was typed."""
    detail = proposal_detail(reference=reference, by=request.actor)
    form = CommentForm(request.POST, kind=detail.proposal.kind)
    if form.is_valid():
        with refusals_on(form):
            comment_on_proposal(
                reference=reference,
                section=ProposalSection(form.cleaned_data["section"]),
                text=form.cleaned_data["text"],
                by=request.actor,
                at=request.at,
            )
            return done(request, _("De opmerking staat erbij."), "workspace:proposal", reference)
    return render(request, "workspace/proposal.html", page_of(detail, form), status=422)


@require_POST
@staff(*WRITERS)
def proposal_settle(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Say that a comment was dealt with."""
    settle_comment(
        reference=reference,
        comment_id=id_of(request.POST.get("comment", "")),
        by=request.actor,
        at=request.at,
    )
    return done(request, _("De opmerking is afgehandeld."), "workspace:proposal", reference)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def proposal_versions(request: StaffRequest, reference: str) -> HttpResponseBase:
    """List the versions; who writes keeps the proposal of now as one more."""
    detail = proposal_detail(reference=reference, by=request.actor)
    form = FreezeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            number = freeze_proposal(
                reference=reference,
                why=form.cleaned_data["why"],
                by=request.actor,
                at=request.at,
            )
            return done(
                request,
                _("Versie %(number)s is bewaard.") % {"number": number},
                "workspace:proposal_versions",
                reference,
            )
    context = head_of(detail, "versions") | {
        "versions": [(row, detail.decision_on(row.number)) for row in detail.frozen],
    }
    return show_form(request, "workspace/proposal_versions.html", form, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_decide(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Note what the college decided, or that a letter was sent."""
    detail = proposal_detail(reference=reference, by=request.actor)
    refuse_unless_open(detail)
    if detail.proposal.is_letter:
        return _send(request, detail)
    initial = {"decided_on": detail.proposal.meets_on or dutch_day(request.at)}
    form = DecisionForm(request.POST or None, initial=initial)
    if form.is_valid():
        values = form.cleaned_data
        with refusals_on(form):
            note_decision(
                reference=reference,
                outcome=ProposalOutcome(values["outcome"]),
                decided_on=values["decided_on"],
                words=values["words"],
                by=request.actor,
                at=request.at,
            )
            return done(request, _("Het besluit staat erbij."), "workspace:proposal", reference)
    context = head_of(detail, "now")
    return show_form(request, "workspace/proposal_decide.html", form, **context)


def _send(request: StaffRequest, detail: ProposalDetail) -> HttpResponseBase:
    reference = detail.proposal.reference
    today = dutch_day(request.at)
    initial = {"sent_on": min(detail.proposal.meets_on or today, today)}
    form = SendForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_on(form):
            sent_on = form.cleaned_data["sent_on"]
            send_letter(reference=reference, sent_on=sent_on, by=request.actor, at=request.at)
            return done(
                request, _("De brief staat als verstuurd."), "workspace:proposal", reference
            )
    context = head_of(detail, "now")
    return show_form(request, "workspace/proposal_decide.html", form, **context)
