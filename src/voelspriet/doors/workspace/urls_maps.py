# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: maps that residents draw on."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.maps import deeds, files, paper, printing, rounds

urlpatterns: list[URLPattern] = [
    path("kaarten/", rounds.map_rounds, name="map_rounds"),
    path("kaarten/nieuw/", rounds.map_round_new, name="map_round_new"),
    path("kaarten/foto/<str:file_name>/", files.sheet_photo, name="sheet_photo"),
    path("kaarten/<str:reference>/", rounds.map_round, name="map_round"),
    path("kaarten/<str:reference>/woorden/", rounds.map_notes, name="map_notes"),
    path("kaarten/<str:reference>/fotos/", rounds.map_photos, name="map_photos"),
    path("kaarten/<str:reference>/papier/", paper.map_paper, name="map_paper"),
    path("kaarten/<str:reference>/kaartblad/", printing.map_print, name="map_print"),
    path(
        "kaarten/<str:reference>/kaartblad/bestand/", printing.map_print_file, name="map_print_file"
    ),
    path("kaarten/<str:reference>/doen/<str:deed>/", deeds.map_deed, name="map_deed"),
    path("kaarten/<str:reference>/vormen.json", files.map_shapes, name="map_shapes"),
    path("kaarten/<str:reference>/bestand/<str:form>/", files.map_export, name="map_export"),
]
