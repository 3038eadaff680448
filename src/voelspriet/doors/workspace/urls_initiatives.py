# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: residents' initiatives and the money of areas."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.initiatives import budgets, entering, listing, one

urlpatterns: list[URLPattern] = [
    path("initiatieven/", listing.initiatives, name="initiatives"),
    path("initiatieven/invoeren/", entering.enter, name="initiative_enter"),
    path("initiatieven/contactmomenten/", listing.moments, name="contact_moments"),
    path("initiatieven/<str:reference>/", one.initiative, name="initiative"),
    path("budgetten/", budgets.budgets, name="budgets"),
    path("budgetten/regels.csv", budgets.budget_file, name="budget_file"),
    path("budgetten/<int:budget_id>/", budgets.budget, name="budget"),
]
