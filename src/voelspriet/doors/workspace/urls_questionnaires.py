# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: questionnaires."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.questionnaires import pages, preview

ONE = "vragenlijsten/<str:reference>/"
VERSION = f"{ONE}<int:number>/"

urlpatterns: list[URLPattern] = [
    path("vragenlijsten/", pages.questionnaires, name="questionnaires"),
    path("vragenlijsten/inlezen/", pages.questionnaire_import, name="questionnaire_import"),
    path(ONE, pages.questionnaire, name="questionnaire"),
    path(VERSION, pages.questionnaire_version, name="questionnaire_version"),
    path(f"{VERSION}voorbeeld/", preview.questionnaire_preview, name="questionnaire_preview"),
    path(f"{VERSION}xlsform/", pages.questionnaire_file, name="questionnaire_file"),
    path(f"{VERSION}aanpassen/", pages.questionnaire_edit, name="questionnaire_edit"),
]
