# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of neighbourhoods."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import agenda_paper, agendas, neighbourhoods

urlpatterns: list[URLPattern] = [
    path("mijn-buurt/", neighbourhoods.choose, name="neighbourhoods"),
    path("mijn-buurt/gezicht/<str:file_name>", neighbourhoods.face, name="face"),
    path("mijn-buurt/<slug:municipality>/", neighbourhoods.municipality, name="municipality"),
    path(
        "mijn-buurt/<slug:municipality>/<slug:area>/",
        neighbourhoods.neighbourhood,
        name="neighbourhood",
    ),
    path("mijn-buurt/<slug:municipality>/<slug:area>/agenda/", agendas.agenda, name="agenda"),
    path(
        "mijn-buurt/<slug:municipality>/<slug:area>/agenda/blad/",
        agendas.sheet,
        name="agenda_sheet",
    ),
    path(
        "mijn-buurt/<slug:municipality>/<slug:area>/agenda/pdf/",
        agenda_paper.paper,
        name="agenda_paper",
    ),
    path(
        "mijn-buurt/<slug:municipality>/<slug:area>/agenda/pdf/bestand/",
        agenda_paper.paper_download,
        name="agenda_paper_file",
    ),
    path(
        "mijn-buurt/<slug:municipality>/<slug:area>/agenda/kiezen/",
        agendas.rank,
        name="agenda_rank",
    ),
]
