# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search room as a Django app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.ground.search"
    label = "search"
