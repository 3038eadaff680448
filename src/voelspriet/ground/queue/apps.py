# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The queue room as a Django app."""

from django.apps import AppConfig


class QueueConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.ground.queue"
    label = "queue"
