# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of residents' initiatives."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import initiatives

urlpatterns: list[URLPattern] = [
    path("initiatief/", initiatives.initiative_new, name="initiative_new"),
    path(
        "mijn-buurt/<slug:municipality>/<slug:area>/initiatieven/",
        initiatives.initiatives,
        name="initiatives",
    ),
]
