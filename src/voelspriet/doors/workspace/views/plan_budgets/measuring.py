# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which ambitions are measured with the money of a project."""

from __future__ import annotations

from django.http import Http404, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.budgets import pay_measuring
from voelspriet.act.plans.forms.budgets import MeasuringForm
from voelspriet.act.plans.queries.budget_outcomes import plan_budget
from voelspriet.act.plans.queries.measuring import ambitions_of_plan, measured_from
from voelspriet.act.plans.rules.access import WRITES
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.writing import done, show_form


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def measuring(request: StaffRequest, reference: str, project_key: str) -> HttpResponseBase:
    """Write down for which ambitions a project pays the measuring."""
    plan = plan_budget(reference=reference, by=request.actor)
    project = next((one for one in plan.budget.projects if one.key == project_key), None)
    if project is None or not plan.may_write:
        raise Http404
    ambitions = ambitions_of_plan(reference=reference, by=request.actor)
    paid = measured_from(reference=reference, by=request.actor).get(project_key, ())
    form = MeasuringForm(
        request.POST or None,
        ambitions=[(one.reference, one.statement) for one in ambitions],
        initial={"ambitions": [one.reference for one in paid]},
    )
    if form.is_valid():
        with refusals_on(form):
            pay_measuring(
                reference=reference,
                project=project_key,
                ambitions=form.cleaned_data["ambitions"],
                by=request.actor,
                at=request.at,
            )
            return done(
                request,
                _("Opgeschreven wat hiervan wordt gemeten."),
                "workspace:plan_budget",
                reference,
            )
    context = {"plan": plan, "project": project, "ambitions": ambitions}
    return show_form(request, "workspace/plan_budget_measuring.html", form, **context)
