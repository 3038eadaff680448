# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: codebooks and studies to and from other programs."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views import coding_exchange, coding_projects

urlpatterns: list[URLPattern] = [
    path("uitwisselen/", coding_exchange.exchange, name="exchange"),
    path(
        "uitwisselen/onderzoek/<str:reference>/",
        coding_exchange.exchange_study,
        name="exchange_study",
    ),
    path(
        "uitwisselen/onderzoek/<str:reference>/inlezen/",
        coding_projects.exchange_project,
        name="exchange_project",
    ),
    path(
        "uitwisselen/project/<str:reference>/",
        coding_projects.exchange_incoming,
        name="exchange_incoming",
    ),
    path("uitwisselen/inlezen/", coding_exchange.exchange_import, name="exchange_import"),
    path(
        "uitwisselen/codeboek/<str:reference>/",
        coding_exchange.exchange_codebook,
        name="exchange_codebook",
    ),
]
