# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: priority tasks, planned works, safety checks."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views import safety_checks as checks
from voelspriet.doors.workspace.views.priority_tasks import reading, writing
from voelspriet.doors.workspace.views.works import pages, taking_in

urlpatterns: list[URLPattern] = [
    path("opgaven/", reading.priority_tasks, name="priority_tasks"),
    path("opgaven/nieuw/", writing.priority_task_new, name="priority_task_new"),
    path("opgaven/<str:reference>/", reading.priority_task, name="priority_task"),
    path(
        "opgaven/<str:reference>/wijzigen/", writing.priority_task_edit, name="priority_task_edit"
    ),
    path(
        "opgaven/<str:reference>/beginnen/",
        writing.priority_task_start,
        name="priority_task_start",
    ),
    path(
        "opgaven/<str:reference>/terugkijken/",
        writing.priority_task_review,
        name="priority_task_review",
    ),
    path("werkzaamheden/", pages.works, name="works"),
    path("werkzaamheden/nieuw/", pages.work_new, name="work_new"),
    path("werkzaamheden/inlezen/", taking_in.works_import, name="works_import"),
    path("werkzaamheden/<str:reference>/", pages.work, name="work"),
    path("werkzaamheden/<str:reference>/wijzigen/", pages.work_edit, name="work_edit"),
    path("veiligheidstoets/", checks.safety_checks, name="safety_checks"),
    path("veiligheidstoets/nieuw/", checks.safety_check_new, name="safety_check_new"),
    path("veiligheidstoets/<str:reference>/", checks.safety_check, name="safety_check"),
]
