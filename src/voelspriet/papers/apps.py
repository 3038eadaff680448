# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers room as a Django app."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.papers"
    label = "papers"
