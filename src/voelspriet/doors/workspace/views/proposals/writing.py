# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starting a proposal, and writing its head and its parts."""

from __future__ import annotations

from django.http import Http404, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.proposals import start_proposal, write_head, write_section
from voelspriet.act.plans.choices.proposals import ProposalSection
from voelspriet.act.plans.forms.proposals import ProposalForm, SectionForm
from voelspriet.act.plans.queries.proposals import (
    ProposalDetail,
    plan_choices,
    proposal_detail,
)
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.proposals.showing import head_of
from voelspriet.doors.workspace.writing import done, show_form
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role

WRITERS = (Role.POLICY_ADVISER,)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_new(request: StaffRequest) -> HttpResponseBase:
    """Start a proposal."""
    form = ProposalForm(request.POST or None, plans=plan_choices(by=request.actor))
    if form.is_valid():
        with refusals_on(form):
            made = start_proposal(**form.cleaned_data, by=request.actor, at=request.at)
            return done(
                request,
                _("Het voorstel staat klaar. Vul nu de onderdelen in."),
                "workspace:proposal",
                made,
            )
    return show_form(request, "workspace/proposal_new.html", form)


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
    plans = plan_choices(by=request.actor)
    form = ProposalForm(request.POST or None, plans=plans, initial=initial)
    if form.is_valid():
        with refusals_on(form):
            write_head(reference=reference, **form.cleaned_data, by=request.actor, at=request.at)
            return done(request, _("Bewaard."), "workspace:proposal", reference)
    context = head_of(detail, "now") | {"title": _("Onderwerp en datum")}
    return show_form(request, "workspace/proposal_edit.html", form, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_section(request: StaffRequest, reference: str, section: str) -> HttpResponseBase:
    """Write one part."""
    detail = proposal_detail(reference=reference, by=request.actor)
    if section not in ProposalSection.values:
        raise Http404
    refuse_unless_open(detail)
    part = ProposalSection(section)
    initial = {"text": detail.content.text(part)}
    form = SectionForm(request.POST or None, section=part, initial=initial)
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
        "title": part.label,
        "is_text": True,
        "comments": [one for one in detail.comments if one.section == part],
    }
    return show_form(request, "workspace/proposal_edit.html", form, **context)


def refuse_unless_open(detail: ProposalDetail) -> None:
    """Refuse to show a form of a proposal that was decided: nothing typed in it could be kept."""
    if not detail.may_write:
        raise Refused(_("Over dit voorstel is besloten. Er verandert niets meer aan."))


def _page(reference: str) -> str:
    return reverse("workspace:proposal", args=(reference,))
