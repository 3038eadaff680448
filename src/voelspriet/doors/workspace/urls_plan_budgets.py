# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: the budget of a safety plan."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.plan_budgets import measuring, reading, writing
from voelspriet.doors.workspace.views.plans import papers

BUDGET = "plannen/<str:reference>/begroting/"

urlpatterns: list[URLPattern] = [
    path(BUDGET, reading.budget, name="plan_budget"),
    path(f"{BUDGET}document/", papers.plan_budget_paper, name="plan_budget_paper"),
    path(
        f"{BUDGET}document/bestand/",
        papers.plan_budget_paper_file,
        name="plan_budget_paper_file",
    ),
    path(f"{BUDGET}bestand/", reading.budget_file, name="plan_budget_file"),
    path(
        f"{BUDGET}projecten/<str:project_key>/metingen/",
        measuring.measuring,
        name="plan_budget_measuring",
    ),
    path(f"{BUDGET}inlezen/", writing.budget_import, name="plan_budget_import"),
    path(f"{BUDGET}<str:part>/nieuw/", writing.row_new, name="plan_budget_row_new"),
    path(f"{BUDGET}<str:part>/<str:row_key>/", writing.row_edit, name="plan_budget_row"),
    path(
        f"{BUDGET}<str:part>/<str:row_key>/weg/", writing.row_remove, name="plan_budget_row_remove"
    ),
]
