# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site, gathered from one file per part of the work."""

from __future__ import annotations

from django.urls import URLPattern

from voelspriet.doors.workspace import (
    urls_agenda,
    urls_cases,
    urls_coding,
    urls_comparisons,
    urls_conversations,
    urls_evening_room,
    urls_evenings,
    urls_exchange,
    urls_incidents,
    urls_initiatives,
    urls_maps,
    urls_meetings,
    urls_network,
    urls_notices,
    urls_pages,
    urls_people,
    urls_plan_budgets,
    urls_plans,
    urls_priorities,
    urls_proposals,
    urls_questionnaires,
    urls_replies,
    urls_second_coding,
    urls_signals,
    urls_tasks,
    urls_understanding,
)

app_name = "workspace"
urlpatterns: list[URLPattern] = [
    *urls_people.urlpatterns,
    # before the signals: an answer's address would also fit "a deed of a signal"
    *urls_replies.urlpatterns,
    *urls_signals.urlpatterns,
    *urls_agenda.urlpatterns,
    *urls_meetings.urlpatterns,
    *urls_evenings.urlpatterns,
    *urls_evening_room.urlpatterns,
    *urls_priorities.urlpatterns,
    *urls_tasks.urlpatterns,
    *urls_plan_budgets.urlpatterns,
    *urls_proposals.urlpatterns,
    *urls_initiatives.urlpatterns,
    *urls_plans.urlpatterns,
    *urls_maps.urlpatterns,
    *urls_network.urlpatterns,
    *urls_pages.urlpatterns,
    *urls_incidents.urlpatterns,
    *urls_notices.urlpatterns,
    *urls_questionnaires.urlpatterns,
    *urls_conversations.urlpatterns,
    *urls_understanding.urlpatterns,
    *urls_coding.urlpatterns,
    *urls_cases.urlpatterns,
    *urls_exchange.urlpatterns,
    *urls_second_coding.urlpatterns,
    *urls_comparisons.urlpatterns,
]
