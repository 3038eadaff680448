# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ui room as a Django app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.ground.ui"
    label = "ui"
