# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public room as a Django app."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.doors.public"
    label = "public"
