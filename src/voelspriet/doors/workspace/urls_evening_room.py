# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: what an adviser does around the room of an evening."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.evenings import floor, links

urlpatterns: list[URLPattern] = [
    path("avonden/<str:reference>/hulp/", links.evening_links, name="evening_links"),
    path("avonden/<str:reference>/notities/", floor.evening_notes, name="evening_notes"),
    path(
        "avonden/<str:reference>/notities/stand/",
        floor.evening_notes_state,
        name="evening_notes_state",
    ),
    path("avonden/<str:reference>/zaalvragen/", floor.evening_floor, name="evening_floor"),
    path("avonden/<str:reference>/wie-er-waren/", floor.evening_presence, name="evening_presence"),
]
