# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding, changing and removing a row of a budget, and taking in a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.act.plans.actions.budgets import (
    import_budget,
    remove_budget_row,
    write_budget_row,
)
from voelspriet.act.plans.budget_file import read_budget
from voelspriet.act.plans.budget_told import BudgetProblem, BudgetRejected, BudgetTold
from voelspriet.act.plans.forms.budgets import FORMS, BudgetFileForm, RowForm, start_of_row
from voelspriet.act.plans.queries.budget_outcomes import PlanBudgetTold, plan_budget
from voelspriet.act.plans.rules.access import WRITES
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.plans.saying import saved, warn_of_waiting
from voelspriet.doors.workspace.writing import done, show_form

SHOWN = 30


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def row_new(request: StaffRequest, reference: str, part: str) -> HttpResponseBase:
    """Add a row to a part of a budget."""
    plan = _plan(request, reference, part)
    kind, _label = FORMS[part]
    form = kind(request.POST or None, budget=plan.budget)
    return _saved(request, plan, form) or _page(request, plan, form, part, "")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def row_edit(request: StaffRequest, reference: str, part: str, row_key: str) -> HttpResponseBase:
    """Change a row."""
    plan = _plan(request, reference, part)
    kind, _label = FORMS[part]
    row = next((one for one in plan.budget.part(kind.row.part) if one.key == row_key), None)
    if row is None:
        raise Http404
    form = kind(request.POST or None, budget=plan.budget, initial=start_of_row(row))
    return _saved(request, plan, form, row_key) or _page(request, plan, form, part, row_key)


@require_POST
@staff(*WRITES)
def row_remove(request: StaffRequest, reference: str, part: str, row_key: str) -> HttpResponseBase:
    """Take a row out."""
    _plan(request, reference, part)
    kind, _label = FORMS[part]
    remove_budget_row(
        reference=reference, part=kind.row.part, key=row_key, by=request.actor, at=request.at
    )
    return done(request, _("De regel is weg."), "workspace:plan_budget", reference)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def budget_import(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Take in a budget from a file, whole or not at all."""
    plan = _plan(request, reference)
    form = BudgetFileForm(request.POST or None, request.FILES or None)
    problems: tuple[BudgetProblem, ...] = ()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            budget = read_budget(file.read(), name=file.name or "", years=plan.years)
        except BudgetRejected as rejected:
            problems = rejected.problems
            form.add_error("file", _("Er is niets ingelezen. In de lijst staat wat er niet klopt."))
        else:
            with refusals_on(form):
                _import(request, plan, budget, replaces=form.cleaned_data["replaces"])
                return redirect("workspace:plan_budget", reference)
    context = {
        "plan": plan,
        "problems": problems[:SHOWN],
        "left": len(problems) - SHOWN,
        "has_rows": any(plan.budget.rows()),
    }
    return show_form(request, "workspace/plan_budget_import.html", form, **context)


def _import(
    request: StaffRequest, plan: PlanBudgetTold, budget: BudgetTold, *, replaces: bool
) -> None:
    rows = import_budget(
        reference=plan.reference,
        budget=budget,
        replaces=replaces,
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Ingelezen: %(rows)s regels.") % {"rows": rows})
    warn_of_waiting(request, plan.reference)


def _plan(request: StaffRequest, reference: str, part: str | None = None) -> PlanBudgetTold:
    """Return a plan whose budget this colleague may change now."""
    plan = plan_budget(reference=reference, by=request.actor)
    if not plan.may_write or (part is not None and part not in FORMS):
        raise Http404
    return plan


def _saved(
    request: StaffRequest, plan: PlanBudgetTold, form: RowForm, key: str = ""
) -> HttpResponseBase | None:
    """Store what was filled in, and return the way back; None when there is something wrong."""
    if not form.is_valid():
        return None
    with refusals_on(form):
        write_budget_row(
            reference=plan.reference,
            row=form.told(key),
            instead_of=key,
            by=request.actor,
            at=request.at,
        )
        here = ("workspace:plan_budget", plan.reference)
        return saved(request, plan.reference, _("De regel staat in de begroting."), *here)
    return None


def _page(
    request: StaffRequest, plan: PlanBudgetTold, form: RowForm, part: str, key: str
) -> HttpResponseBase:
    _form, label = FORMS[part]
    context = {"plan": plan, "part": part, "key": key, "label": label}
    return show_form(request, "workspace/plan_budget_row.html", form, **context)
