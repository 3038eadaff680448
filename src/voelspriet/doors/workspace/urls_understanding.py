# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: the knowledge base, and how tense it is in an area."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.knowledge import listing, one
from voelspriet.doors.workspace.views.tension import areas, help, reading  # noqa: A004  its noun

urlpatterns: list[URLPattern] = [
    path("kennisbank/", listing.knowledge, name="knowledge"),
    path("kennisbank/nieuw/", listing.knowledge_new, name="knowledge_new"),
    path("kennisbank/<str:reference>/", one.knowledge_entry, name="knowledge_entry"),
    path("kennisbank/<str:reference>/wijzigen/", one.knowledge_edit, name="knowledge_edit"),
    path("spanning/", areas.tension, name="tension"),
    path("spanning/hulp/", help.tension_help, name="tension_help"),
    path("spanning/<int:area_id>/", areas.tension_area, name="tension_area"),
    path("spanning/<int:area_id>/nieuw/", reading.tension_new, name="tension_new"),
    path("spanning/standen/<str:reference>/", reading.tension_correct, name="tension_correct"),
]
