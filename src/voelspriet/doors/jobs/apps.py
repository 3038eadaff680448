# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The jobs room as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.doors.jobs"
    label = "jobs"
