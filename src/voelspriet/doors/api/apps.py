# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The api room as a Django app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.doors.api"
    label = "api"
