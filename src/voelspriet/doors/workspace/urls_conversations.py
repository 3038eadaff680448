# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: studies, sources, worrying cases."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.conversations import sources, studies, urgent

urlpatterns: list[URLPattern] = [
    path("onderzoeken/", studies.studies, name="studies"),
    path("onderzoeken/nieuw/", studies.study_new, name="study_new"),
    path("onderzoeken/<str:reference>/", studies.study, name="study"),
    path("onderzoeken/<str:reference>/bron/", sources.source_new, name="study_source"),
    path("onderzoeken/<str:reference>/verwijzing/", studies.study_referral, name="study_referral"),
    path("onderzoeken/<str:reference>/zorg/", studies.study_urgent, name="study_urgent"),
    path("onderzoeken/<str:reference>/afronden/", studies.study_end, name="study_end"),
    path("gespreksleidraden/", studies.guides, name="guides"),
    path("bronnen/<str:reference>/", sources.source, name="source"),
    path("bronnen/<str:reference>/spreker/", sources.source_speaker, name="source_speaker"),
    path("bronnen/<str:reference>/gevoelig/", sources.source_sensitive, name="source_sensitive"),
    path("bronnen/<str:reference>/vernietigen/", sources.source_remove, name="source_remove"),
    path("zorgelijk/", urgent.urgent_cases, name="urgent_cases"),
    path("zorgelijk/<str:reference>/", urgent.urgent_confirm, name="urgent_confirm"),
]
