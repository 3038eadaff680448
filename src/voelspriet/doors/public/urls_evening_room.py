# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room of an evening: for helpers with a link, and what residents leave there."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import evening_floor, evening_helpers, evening_visitors

urlpatterns: list[URLPattern] = [
    path("avond/hulp/", evening_helpers.evening_help, name="evening_help"),
    path("avond/hulp/<str:key>/", evening_helpers.evening_enter, name="evening_enter"),
    path("avond/notities/", evening_floor.evening_notes, name="evening_notes"),
    path("avond/notities/stand/", evening_floor.evening_notes_state, name="evening_notes_state"),
    path("avond/zaalvragen/", evening_floor.evening_floor, name="evening_floor"),
    path("avond/wie-er-waren/", evening_floor.evening_presence, name="evening_presence"),
    path("avond/vraag/", evening_visitors.evening_ask, name="evening_ask"),
    path("avond/kaart/", evening_visitors.evening_card, name="evening_card"),
    path(
        "avond/verslag/weg/<str:key>/",
        evening_visitors.evening_address_back,
        name="evening_address_back",
    ),
    path(
        "avond/verslag/<str:reference>/", evening_visitors.evening_address, name="evening_address"
    ),
]
