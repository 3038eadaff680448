# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: what an adviser does around the room of an evening."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.evenings import links

urlpatterns: list[URLPattern] = [
    path("avonden/<str:reference>/hulp/", links.evening_links, name="evening_links"),
]
