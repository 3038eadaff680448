# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of safety plans that were made public."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import plan_paper, plans

urlpatterns: list[URLPattern] = [
    path(
        "veiligheidsplan/<slug:municipality>/<str:plan_reference>/", plans.plan, name="safety_plan"
    ),
    path(
        "veiligheidsplan/<slug:municipality>/<str:plan_reference>/pdf/",
        plan_paper.paper,
        name="safety_plan_paper",
    ),
    path(
        "veiligheidsplan/<slug:municipality>/<str:plan_reference>/pdf/bestand/",
        plan_paper.paper_download,
        name="safety_plan_paper_file",
    ),
    path(
        "veiligheidsplan/<slug:municipality>/<str:plan_reference>/<str:theme_reference>/",
        plans.theme,
        name="safety_plan_theme",
    ),
]
