# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: what residents say beside what professionals see."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.comparisons import advising, factors, helping, matrix, reports

HERE = "vergelijkingen/<str:reference>/"
ROW = f"{HERE}factor/<int:number>/"
urlpatterns: list[URLPattern] = [
    path("vergelijkingen/", matrix.comparisons, name="comparisons"),
    path(
        "onderzoeken/<str:reference>/vergelijking/", matrix.study_comparison,
        name="study_comparison",
    ),
    path(HERE, matrix.comparison, name="comparison"),
    path(f"{HERE}naast-elkaar/", matrix.comparison_areas, name="comparison_areas"),
    path(f"{HERE}kwadranten/", matrix.comparison_figure, name="comparison_figure"),
    path(f"{HERE}tellen/", matrix.comparison_count, name="comparison_count"),
    path(f"{HERE}rapport/", reports.comparison_report, name="comparison_report"),
    path(f"{HERE}rapport/woorden/", reports.comparison_words, name="comparison_words"),
    path(
        f"{HERE}rapport/bestand/", reports.comparison_report_file, name="comparison_report_file",
    ),
    path(ROW, factors.comparison_factor, name="comparison_factor"),
    path(f"{ROW}wereld/", factors.comparison_world, name="comparison_world"),
    path(f"{ROW}gebied/", factors.comparison_place, name="comparison_place"),
    path(f"{ROW}fragmenten/", factors.comparison_fragments, name="comparison_fragments"),
    path(f"{ROW}citaat/", factors.comparison_quote, name="comparison_quote"),
    path(f"{HERE}aanbeveling/", advising.comparison_recommend, name="comparison_recommend"),
    path(
        f"{HERE}aanbeveling/<int:number>/", advising.comparison_recommendation,
        name="comparison_recommendation",
    ),
    path(
        f"{HERE}aanbeveling/<int:number>/kennis/", helping.comparison_help, name="comparison_help",
    ),
]  # fmt: skip
