# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The areas room as a Django app."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.ground.areas"
    label = "areas"
