# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda room as a Django app."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.act.agenda"
    label = "agenda"
