# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the maps residents draw on."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import maps

urlpatterns: list[URLPattern] = [
    path("kaart/", maps.map_code, name="map_code"),
    path("kaart/<slug:code>/", maps.map_sheet, name="map_sheet"),
    path("kaart/<slug:code>/uitkomst/", maps.map_result, name="map_result"),
    path("kaart/<slug:code>/uitkomst.json", maps.map_result_cells, name="map_result_cells"),
]
