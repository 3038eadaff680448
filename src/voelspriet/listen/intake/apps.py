# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The intake room as a Django app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.listen.intake"
    label = "intake"
