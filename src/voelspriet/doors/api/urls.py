# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the machines: outside the language prefixes."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.api.views import feeds, health

app_name = "api"
urlpatterns: list[URLPattern] = [
    path("gezondheid/", health.health, name="health"),
    path(".well-known/security.txt", health.security_txt, name="security_txt"),
    path("feeds/buurten/<slug:code>.atom", feeds.neighbourhood, name="neighbourhood_feed"),
]
