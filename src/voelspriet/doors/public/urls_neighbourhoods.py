# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of neighbourhoods."""

from __future__ import annotations

from django.urls import URLPattern, path
from django.views.generic import RedirectView

urlpatterns: list[URLPattern] = [
    path("mijn-buurt/", RedirectView.as_view(pattern_name="public:help"), name="neighbourhoods"),
]
