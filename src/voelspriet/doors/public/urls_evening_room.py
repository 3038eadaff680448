# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room of an evening: for helpers with a link, and what residents leave there."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import evening_helpers

urlpatterns: list[URLPattern] = [
    path("avond/hulp/", evening_helpers.evening_help, name="evening_help"),
    path("avond/hulp/<str:key>/", evening_helpers.evening_enter, name="evening_enter"),
]
