# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: neighbourhood agendas and their priorities."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.priorities import agendas, one, papers, ranking

BASE = "buurtagenda/"

urlpatterns: list[URLPattern] = [
    path(BASE, agendas.area_agendas, name="area_agendas"),
    path(f"{BASE}prioriteit/<str:reference>/", one.priority, name="priority"),
    path(f"{BASE}prioriteit/<str:reference>/actie/", one.action_new, name="priority_action_new"),
    path(f"{BASE}<str:reference>/", agendas.area_agenda, name="area_agenda"),
    path(f"{BASE}<str:reference>/blad/", agendas.sheet, name="area_agenda_sheet"),
    path(
        f"{BASE}<str:reference>/papier/<str:language>/",
        papers.agenda_paper,
        name="area_agenda_paper",
    ),
    path(
        f"{BASE}<str:reference>/papier/<str:language>/bestand/",
        papers.agenda_file,
        name="area_agenda_file",
    ),
    path(
        f"{BASE}<str:reference>/versies/<int:number>/",
        papers.agenda_version,
        name="area_agenda_version",
    ),
    path(
        f"{BASE}<str:reference>/versies/<int:number>/bestand/",
        papers.agenda_version_file,
        name="area_agenda_version_file",
    ),
    path(f"{BASE}<str:reference>/veranderd/", papers.agenda_changes, name="area_agenda_changes"),
    path(f"{BASE}<str:reference>/nieuw/", one.priority_new, name="area_agenda_priority_new"),
    path(f"{BASE}<str:reference>/tellen/", ranking.count, name="area_agenda_count"),
    path(
        f"{BASE}<str:reference>/taal/<str:language>/",
        agendas.translation,
        name="area_agenda_translation",
    ),
]
