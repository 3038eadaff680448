# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the machines: outside the language prefixes."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.api.views import calendars, feeds, health

app_name = "api"
urlpatterns: list[URLPattern] = [
    path("gezondheid/", health.health, name="health"),
    path(".well-known/security.txt", health.security_txt, name="security_txt"),
    path("feeds/buurten/<slug:code>.atom", feeds.neighbourhood, name="neighbourhood_feed"),
    path("feeds/gebieden/<slug:code>/agenda.ics", calendars.area, name="area_calendar"),
    path("feeds/bijeenkomsten/<slug:reference>.ics", calendars.meeting, name="meeting_calendar"),
    path("feeds/collega/<slug:key>/agenda.ics", calendars.keyed, name="colleague_calendar"),
]
