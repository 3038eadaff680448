# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: agreements."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views import agreements

urlpatterns: list[URLPattern] = [
    path("afspraken/", agreements.agreements, name="agreements"),
    path("afspraken/nieuw/", agreements.agreement_new, name="agreement_new"),
    path("afspraken/<str:reference>/", agreements.agreement, name="agreement"),
]
