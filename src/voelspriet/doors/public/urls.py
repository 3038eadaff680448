# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the residents' site: telling, following, the neighbourhood, and about this site."""

from __future__ import annotations

from django.urls import path

from voelspriet.doors.public.urls_evening_room import urlpatterns as evening_room_patterns
from voelspriet.doors.public.urls_evenings import urlpatterns as evening_patterns
from voelspriet.doors.public.urls_follow import urlpatterns as follow_patterns
from voelspriet.doors.public.urls_initiatives import urlpatterns as initiative_patterns
from voelspriet.doors.public.urls_maps import urlpatterns as map_patterns
from voelspriet.doors.public.urls_neighbourhoods import urlpatterns as neighbourhood_patterns
from voelspriet.doors.public.urls_network import urlpatterns as network_patterns
from voelspriet.doors.public.urls_plans import urlpatterns as plan_patterns
from voelspriet.doors.public.urls_report import urlpatterns as report_patterns
from voelspriet.doors.public.views import about, paper_sheets

app_name = "public"
urlpatterns = [
    path("", about.home, name="home"),
    path("hulp/", about.help_page, name="help"),
    path("privacy/", about.privacy, name="privacy"),
    path("toegankelijkheid/", about.accessibility, name="accessibility"),
    path("huisstijl/<slug:municipality>.css", paper_sheets.paper_sheet, name="paper_sheet"),
    *report_patterns,
    *evening_patterns,
    *evening_room_patterns,
    *follow_patterns,
    *initiative_patterns,
    *map_patterns,
    *neighbourhood_patterns,
    *network_patterns,
    *plan_patterns,
]
