# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: coding a second time, agreement, differences."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views import second_coding

urlpatterns: list[URLPattern] = [
    path("onderzoeken/<str:reference>/tweede-codering/", second_coding.study_agreement,
         name="study_agreement"),
    path("onderzoeken/<str:reference>/tweede-codering/geven/", second_coding.study_second,
         name="study_second"),
    path("tweede-codering/<str:reference>/", second_coding.second_coding, name="second_coding"),
    path("tweede-codering/<str:reference>/terugnemen/", second_coding.second_take_back,
         name="second_take_back"),
    path("tweede-codering/<str:reference>/verschillen/", second_coding.second_differences,
         name="second_differences"),
    path("verschillen/<str:reference>/", second_coding.difference, name="difference"),
]  # fmt: skip
