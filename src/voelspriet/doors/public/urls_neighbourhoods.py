# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of neighbourhoods."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.public.views import agendas, neighbourhoods

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
        "mijn-buurt/<slug:municipality>/<slug:area>/agenda/kiezen/",
        agendas.rank,
        name="agenda_rank",
    ),
]
