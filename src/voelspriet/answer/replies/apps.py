# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The replies room as a Django app."""

from django.apps import AppConfig


class RepliesConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.answer.replies"
    label = "replies"
