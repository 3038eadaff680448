# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The replies room as a Django app."""

from django.apps import AppConfig


class RepliesConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.answer.replies"
    label = "replies"

    def ready(self) -> None:
        """Register what this room holds for a person."""
        # apps must be loaded before models can be imported
        import voelspriet.answer.replies.holdings  # noqa: F401, PLC0415
