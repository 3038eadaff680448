# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The evenings room as a Django app."""

from django.apps import AppConfig


class EveningsConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.listen.evenings"
    label = "evenings"
