# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: notices to a neighbourhood."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.notices import composing, letters, listing, one

urlpatterns: list[URLPattern] = [
    path("buurtberichten/", listing.notices, name="notices"),
    path("buurtberichten/nieuw/", composing.notice_new, name="notice_new"),
    path("buurtberichten/<str:reference>/", one.notice, name="notice"),
    path("buurtberichten/<str:reference>/brief/", letters.notice_letter, name="notice_letter"),
    path(
        "buurtberichten/<str:reference>/brief/pdf/",
        letters.notice_letter_file,
        name="notice_letter_file",
    ),
]
