# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The findings room as a Django app."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.understand.findings"
    label = "findings"
