# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: incidents."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.incidents import listing, one, starting

urlpatterns: list[URLPattern] = [
    path("incidenten/", listing.incidents, name="incidents"),
    path("incidenten/nieuw/", starting.incident_new, name="incident_new"),
    path("incidenten/<str:reference>/", one.incident, name="incident"),
    path("incidenten/<str:reference>/overleg/", starting.incident_call, name="incident_call"),
]
