# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: cases to learn from."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.cases import listing, one

urlpatterns: list[URLPattern] = [
    path("leercasussen/", listing.cases, name="cases"),
    path("leercasussen/van/<str:reference>/", listing.case_new, name="case_new"),
    path("leercasussen/<str:reference>/", one.learning_case, name="learning_case"),
]
