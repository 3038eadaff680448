# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: neighbourhoods' pages and figures."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views import figures, stories

urlpatterns: list[URLPattern] = [
    path("buurtpagina/", stories.stories, name="stories"),
    path("buurtpagina/nieuw/", stories.new, name="story_new"),
    path("buurtpagina/<str:reference>/", stories.story, name="story"),
    path("buurtpagina/<str:reference>/openbaar/", stories.publish, name="story_publish"),
    path("buurtpagina/<str:reference>/intrekken/", stories.withdraw, name="story_withdraw"),
    path("buurtpagina/<str:reference>/tekst/<str:language>/", stories.write, name="story_text"),
    path("cijfers/", figures.figures, name="figures"),
]
