# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: evenings, from the programme to the last question."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.evenings import leading, pack, preparing, reports

urlpatterns: list[URLPattern] = [
    path("avonden/", preparing.evenings, name="evenings"),
    path("avonden/nieuw/", preparing.evening_new, name="evening_new"),
    path("avonden/<str:reference>/", preparing.evening, name="evening"),
    path("avonden/<str:reference>/programma/", preparing.evening_part, name="evening_part"),
    path("avonden/<str:reference>/papier/", pack.evening_pack, name="evening_pack"),
    path(
        "avonden/<str:reference>/papier/bestand/", pack.evening_pack_file, name="evening_pack_file"
    ),
    path("avonden/<str:reference>/leiden/", leading.evening_lead, name="evening_lead"),
    path("avonden/<str:reference>/tellen/", leading.evening_count, name="evening_count"),
    path("avonden/<str:reference>/scherm/", leading.evening_screen, name="evening_screen"),
    path("avonden/<str:reference>/stand/", leading.evening_state, name="evening_state"),
    path("avonden/<str:reference>/verslag/", reports.evening_report, name="evening_report"),
    path(
        "avonden/<str:reference>/verslag/bestand/",
        reports.evening_report_file,
        name="evening_report_file",
    ),
]
