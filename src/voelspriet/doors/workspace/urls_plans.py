# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: safety plans."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.plans import (
    ambitions,
    cycle,
    evening_answers,
    framing,
    paper_versions,
    papers,
    publishing,
    reading,
    roles,
    writing,
)

urlpatterns: list[URLPattern] = [
    path("plannen/", reading.plans, name="plans"),
    path("plannen/nieuw/", writing.plan_new, name="plan_new"),
    path("plannen/thema/<str:reference>/", reading.theme, name="plan_theme"),
    path("plannen/thema/<str:reference>/wijzig/", writing.theme_edit, name="plan_theme_edit"),
    path("plannen/ambitie/<str:reference>/", ambitions.ambition, name="plan_ambition"),
    path(
        "plannen/ambitie/<str:reference>/wijzig/", writing.ambition_edit, name="plan_ambition_edit"
    ),
    path(
        "plannen/ambitie/<str:reference>/avondvraag/",
        evening_answers.ambition_question,
        name="plan_ambition_question",
    ),
    path("plannen/<str:reference>/", reading.plan, name="plan"),
    path("plannen/<str:reference>/wijzig/", writing.plan_edit, name="plan_edit"),
    path("plannen/<str:reference>/document/", papers.plan_paper, name="plan_paper"),
    path("plannen/<str:reference>/document/bestand/", papers.plan_file, name="plan_file"),
    path("plannen/<str:reference>/evaluatie/", papers.plan_evaluation_page, name="plan_evaluation"),
    path(
        "plannen/<str:reference>/evaluatie/bestand/",
        papers.plan_evaluation_file,
        name="plan_evaluation_file",
    ),
    path(
        "plannen/<str:reference>/programma/<int:first_year>/",
        papers.plan_programme,
        name="plan_programme",
    ),
    path(
        "plannen/<str:reference>/programma/<int:first_year>/bestand/",
        papers.plan_programme_file,
        name="plan_programme_file",
    ),
    path(
        "plannen/<str:reference>/papier/<str:paper>/versies/<int:number>/",
        paper_versions.plan_paper_version,
        name="plan_paper_version",
    ),
    path(
        "plannen/<str:reference>/papier/<str:paper>/versies/<int:number>/bestand/",
        paper_versions.plan_paper_version_file,
        name="plan_paper_version_file",
    ),
    path(
        "plannen/<str:reference>/papier/<str:paper>/veranderd/",
        paper_versions.plan_paper_changes,
        name="plan_paper_changes",
    ),
    path("plannen/<str:reference>/kader/", framing.frame, name="plan_frame"),
    path("plannen/<str:reference>/kader/regel/<int:line_id>/", framing.line_edit, name="plan_line"),
    path("plannen/<str:reference>/kader/rol/<int:role_id>/", roles.role, name="plan_role"),
    path("plannen/<str:reference>/cyclus/", cycle.cycle, name="plan_cycle"),
    path(
        "plannen/<str:reference>/cyclus/programma/<int:programme_id>/",
        cycle.programme,
        name="plan_programme_edit",
    ),
    path("plannen/<str:reference>/openbaar/", publishing.public_version, name="plan_public"),
    path("plannen/<str:reference>/toetsbaar/", reading.lacks, name="plan_lacks"),
    path("plannen/<str:reference>/thema-erbij/", writing.theme_new, name="plan_new_theme"),
    path("plannen/<str:reference>/ambitie-erbij/", writing.ambition_new, name="plan_new_ambition"),
]
