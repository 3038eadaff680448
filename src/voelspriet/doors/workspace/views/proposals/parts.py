# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines of the costs of a proposal, and its alternatives: adding, changing, taking away."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.proposals import (
    CostGiven,
    remove_alternative,
    remove_cost,
    write_alternative,
    write_cost,
)
from voelspriet.act.plans.forms.proposals import (
    AlternativeForm,
    CostForm,
    alternative_initial,
    cost_initial,
)
from voelspriet.act.plans.queries.proposals import ProposalDetail, proposal_detail
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.proposals.showing import head_of
from voelspriet.doors.workspace.views.proposals.writing import WRITERS, refuse_unless_open
from voelspriet.doors.workspace.writing import done, show_form
from voelspriet.ground.privacy.actors import OutOfScope


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_cost_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Add a line to the costs."""
    detail = proposal_detail(reference=reference, by=request.actor)
    return _cost(request, detail, None, CostForm(request.POST or None))


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_cost(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Change a line of the costs, or take it away."""
    detail = proposal_detail(reference=reference, by=request.actor)
    line = next((one for one in detail.content.costs if one.number == number), None)
    if line is None:
        raise OutOfScope(_("Deze regel is er niet."))
    if request.POST.get("deed") == "remove":
        remove_cost(reference=reference, number=number, by=request.actor, at=request.at)
        return done(request, _("De regel is weg."), "workspace:proposal", reference)
    form = CostForm(request.POST or None, initial=cost_initial(line))
    return _cost(request, detail, number, form)


def _cost(
    request: StaffRequest, detail: ProposalDetail, number: int | None, form: CostForm
) -> HttpResponseBase:
    _refuse_letter(detail)
    reference = detail.proposal.reference
    if form.is_valid():
        values = form.cleaned_data
        hire = form.hire()
        given = CostGiven(
            label=values["label"],
            coverage=values["coverage"],
            hire=hire,
            amount_cents=None if hire else values["amount"],
        )
        with refusals_on(form):
            write_cost(
                reference=reference, number=number, given=given, by=request.actor, at=request.at
            )
            return done(request, _("De regel staat er."), "workspace:proposal", reference)
    title = _("Kostenregel") if number else _("Voeg een kostenregel toe")
    return _page(request, detail, form, title=title, number=number)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_alternative_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Add an alternative."""
    detail = proposal_detail(reference=reference, by=request.actor)
    return _alternative(request, detail, None, AlternativeForm(request.POST or None))


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITERS)
def proposal_alternative(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Change an alternative, or take it away."""
    detail = proposal_detail(reference=reference, by=request.actor)
    found = next((one for one in detail.content.alternatives if one.number == number), None)
    if found is None:
        raise OutOfScope(_("Dit alternatief is er niet."))
    if request.POST.get("deed") == "remove":
        remove_alternative(reference=reference, number=number, by=request.actor, at=request.at)
        return done(request, _("Het alternatief is weg."), "workspace:proposal", reference)
    form = AlternativeForm(request.POST or None, initial=alternative_initial(found))
    return _alternative(request, detail, number, form)


def _alternative(
    request: StaffRequest, detail: ProposalDetail, number: int | None, form: AlternativeForm
) -> HttpResponseBase:
    _refuse_letter(detail)
    reference = detail.proposal.reference
    if form.is_valid():
        values = form.cleaned_data
        with refusals_on(form):
            write_alternative(
                reference=reference,
                number=number,
                title=values["title"],
                text=values["text"],
                yearly_cents=values["yearly"],
                by=request.actor,
                at=request.at,
            )
            return done(request, _("Het alternatief staat er."), "workspace:proposal", reference)
    title = _("Alternatief") if number else _("Voeg een alternatief toe")
    return _page(request, detail, form, title=title, number=number)


def _refuse_letter(detail: ProposalDetail) -> None:
    """Refuse what was decided; a letter has no costs or alternatives of its own."""
    refuse_unless_open(detail)
    if detail.proposal.is_letter:
        raise OutOfScope(_("Een raadsbrief toont de kosten van het voorstel waar hij uit volgt."))


def _page(
    request: StaffRequest,
    detail: ProposalDetail,
    form: CostForm | AlternativeForm,
    *,
    title: str,
    number: int | None,
) -> HttpResponseBase:
    context = head_of(detail, "now") | {
        "title": title,
        "is_text": isinstance(form, AlternativeForm),
        "may_remove": number is not None,
    }
    return show_form(request, "workspace/proposal_edit.html", form, **context)
