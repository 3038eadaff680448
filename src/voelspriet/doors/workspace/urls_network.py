# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: the network of an area and the social map."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.network import (
    areas,
    coverage,
    key_figures,
    social_map,
    welcome,
)

urlpatterns: list[URLPattern] = [
    path("netwerk/", areas.network, name="network"),
    path("netwerk/nakijken/", areas.network_stale, name="network_stale"),
    path("netwerk/nagekeken/", areas.network_check, name="network_check"),
    path("netwerk/<int:area_id>/", areas.network_area, name="network_area"),
    path("netwerk/<int:area_id>/vragen/", key_figures.invite, name="key_figure_new"),
    path("netwerk/<int:area_id>/dekking/", coverage.coverage, name="coverage"),
    path("netwerk/<int:area_id>/welkom/", welcome.welcome, name="welcome"),
    path("netwerk/sleutelfiguren/<str:reference>/", key_figures.key_figure, name="key_figure"),
    path("sociale-kaart/", social_map.entries, name="social_map"),
    path("sociale-kaart/nieuw/", social_map.entry_new, name="social_map_new"),
    path("sociale-kaart/<int:organisation_id>/", social_map.entry, name="social_map_entry"),
]
