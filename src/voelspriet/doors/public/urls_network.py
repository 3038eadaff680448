# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the social map and of key figures."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import key_figure, social_map

urlpatterns: list[URLPattern] = [
    path("sociale-kaart/", social_map.choose, name="social_maps"),
    path("sociale-kaart/<slug:municipality>/", social_map.social_map, name="social_map"),
    path("sleutelfiguur/", key_figure.key_figure, name="key_figure"),
]
