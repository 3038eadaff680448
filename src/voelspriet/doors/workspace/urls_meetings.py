# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: meetings, where we were, and one's own calendar."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.meetings import calendar, listing, one, planning

urlpatterns: list[URLPattern] = [
    path("bijeenkomsten/", listing.meetings, name="meetings"),
    path("bijeenkomsten/nieuw/", planning.meeting_new, name="meeting_new"),
    path("bijeenkomsten/aanwezigheid/", listing.presence, name="presence"),
    path("bijeenkomsten/agenda/", calendar.calendar, name="calendar"),
    path("bijeenkomsten/<str:reference>/", one.meeting, name="meeting"),
    path("bijeenkomsten/<str:reference>/afspraak/", planning.meeting_agree, name="meeting_agree"),
    path("bijeenkomsten/<str:reference>/bestand.ics", calendar.meeting_file, name="meeting_file"),
]
