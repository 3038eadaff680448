# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room of an evening for whoever comes with a phone."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import evening_desk, evening_room

urlpatterns: list[URLPattern] = [
    path("avond/", evening_room.evening_join, name="evening_join"),
    path("avond/zaal/", evening_room.evening_room, name="evening_room"),
    path("avond/leiden/", evening_desk.evening_lead, name="evening_lead"),
    path("avond/leiden/tellen/", evening_desk.evening_count, name="evening_count"),
    path("avond/leiden/stand/", evening_desk.evening_state, name="evening_state"),
    path("avond/scherm/", evening_desk.evening_screen, name="evening_screen"),
    path("avond/stand/", evening_room.evening_poll, name="evening_poll"),
]
