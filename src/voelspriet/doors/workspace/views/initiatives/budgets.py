# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money of areas: what there is per year, one budget with its lines, and a file of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.act.initiatives.actions.budgets import (
    promise_money,
    refuse_money,
    request_money,
    set_budget,
    spend_money,
)
from voelspriet.act.initiatives.choices import BudgetKind
from voelspriet.act.initiatives.forms.budgets import (
    BudgetForm,
    PromiseForm,
    RefuseForm,
    RequestForm,
    SpendForm,
)
from voelspriet.act.initiatives.queries.budgets import (
    BudgetLineRow,
    budget_detail,
    budget_years,
    every_line,
    totals,
)
from voelspriet.act.initiatives.queries.budgets import budgets as budget_rows
from voelspriet.act.initiatives.rules.money import RATE_EURO_CENTS
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.doors.workspace.views.initiatives.listing import READERS
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.money import CENTS
from voelspriet.lib.working_days import dutch_day

HEAD = ("jaar", "gebied", "soort", "waarvoor", "initiatief", "stand", "gevraagd_op",
        "gevraagd_euro", "toegezegd_euro", "uitgegeven_euro", "reden")  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
FIRST_YEAR, LAST_YEAR = 2000, 2100


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def budgets(request: StaffRequest) -> HttpResponseBase:
    """Show the budgets of a year with totals; a policy adviser sets them."""
    year = _year(request)
    may_set = request.actor.has(Role.POLICY_ADVISER)
    if request.method == "POST" and not may_set:
        raise Http404
    form = BudgetForm(
        request.POST or None,
        areas=every_area(request),
        initial={"year": year, "kind": BudgetKind.LIVABILITY, "rate": RATE_EURO_CENTS},
    )
    if form.is_valid():
        with refusals_on(form):
            _set(request, form.cleaned_data)
            return redirect(f"{request.path}?jaar={form.cleaned_data['year']}")
    rows = budget_rows(year=year, by=request.actor)
    context = {
        "form": form,
        "may_set": may_set,
        "year": year,
        "years": budget_years(by=request.actor),
        "rows": rows,
        "totals": totals(rows),
    }
    return render(request, "workspace/budgets.html", context, status=422 if form.errors else 200)


def _set(request: StaffRequest, given: dict[str, Any]) -> None:
    set_budget(
        area_id=given["area"],
        year=given["year"],
        kind=BudgetKind(given["kind"]),
        rate_euro_cents=given["rate"],
        amount_euro_cents=given["amount"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Het budget staat vast."))


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def budget(request: StaffRequest, budget_id: int) -> HttpResponseBase:
    """Show one budget with what was asked, promised and spent; its adviser decides."""
    row, lines = budget_detail(budget_id=budget_id, by=request.actor)
    if request.method != "POST":
        return _budget_page(request, budget_id, {})
    deed = request.POST.get("deed", "")
    found = _line_forms(lines, {deed: request.POST}).get(deed)
    if found is None or not row.may_decide:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            messages.success(request, _do(request, budget_id, deed, found.cleaned_data))
            return redirect("workspace:budget", budget_id)
    return _budget_page(request, budget_id, {deed: found})


def _line_forms(lines: tuple[BudgetLineRow, ...], posted: dict[str, Any]) -> dict[str, forms.Form]:
    found: dict[str, forms.Form] = {"request": RequestForm(posted.get("request"))}
    for line in lines:
        kinds: dict[str, tuple[type[forms.Form], int]] = {}
        if line.state == "requested":
            kinds = {"promise": (PromiseForm, line.requested), "refuse": (RefuseForm, 0)}
        elif line.state == "promised":
            kinds = {"spend": (SpendForm, line.promised or 0)}
        for kind, (form, start) in kinds.items():
            name = f"{kind}-{line.id}"
            found[name] = form(
                posted.get(name),
                initial={"amount": start},
                auto_id=f"id_{name}_%s",
            )
    return found


def _do(request: StaffRequest, budget_id: int, deed: str, given: dict[str, Any]) -> str:
    kind, _dash, line = deed.partition("-")
    who: dict[str, Any] = {"by": request.actor, "at": request.at}
    if kind == "request":
        request_money(
            budget_id=budget_id,
            what=given["what"],
            euro_cents=given["amount"],
            initiative_reference="",
            **who,
        )
        return _("De aanvraag staat erbij.")
    if kind == "promise":
        promise_money(line_id=int(line), euro_cents=given["amount"], **who)
        return _("Het bedrag is toegezegd.")
    if kind == "refuse":
        refuse_money(line_id=int(line), reason=given["reason"], **who)
        return _("De aanvraag is afgewezen.")
    spend_money(line_id=int(line), euro_cents=given["amount"], **who)
    return _("Opgeschreven wat het kostte. Wat over is, is weer vrij.")


def _budget_page(
    request: StaffRequest, budget_id: int, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    row, lines = budget_detail(budget_id=budget_id, by=request.actor)
    every = _line_forms(lines, {}) | bound
    context = {
        "budget": row,
        "request_form": every["request"],
        "bound": bound,
        "lines": [
            (line, *(every.get(f"{kind}-{line.id}") for kind in ("promise", "refuse", "spend")))
            for line in lines
        ],
    }
    return render(request, "workspace/budget.html", context, status=422 if bound else 200)


@require_POST
@staff(*READERS)
def budget_file(request: StaffRequest) -> HttpResponseBase:
    """Give every line of a year as CSV, row by row."""
    year = _year(request)
    lines = _csv(every_line(year=year, by=request.actor))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="budget-{year}.csv"'
    return response


class _Echo:
    """A file that gives every written row back."""

    def write(self, value: str) -> str:
        return value


def _csv(rows: Iterator[BudgetLineRow]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(HEAD)
    for row in rows:
        words = (row.area_name, row.kind_label, row.what, row.initiative_reference, row.state_label)
        amounts = (_euros(row.requested), _euros(row.promised), _euros(row.spent))
        safe = [_inert(word) for word in words]
        yield writer.writerow(
            [row.year, *safe, row.requested_on.isoformat(), *amounts, _inert(row.reason)]
        )


def _euros(cents: int | None) -> str:
    return "" if cents is None else f"{Decimal(cents) / CENTS:.2f}"


def _inert(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _year(request: StaffRequest) -> int:
    asked = request.POST.get("jaar") or request.GET.get("jaar", "")
    year = int(asked) if asked.isascii() and asked.isdigit() else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else dutch_day(request.at).year
