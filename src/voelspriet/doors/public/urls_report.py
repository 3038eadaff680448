# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of telling."""

from __future__ import annotations

from django.urls import path

from voelspriet.doors.public.views import bundle, professional, report

urlpatterns = [
    path("melden/", report.start, name="report"),
    path("melden/kaart.json", report.map_data, name="map"),
    path("melden/klaar/", report.receipt, name="receipt"),
    path("melden/samen/", bundle.tell_bundle, name="report_bundle"),
    path("melden/werk/<slug:kind>/", professional.tell_at_work, name="report_professional"),
    path("melden/<slug:step>/", report.step_page, name="report_step"),
]
