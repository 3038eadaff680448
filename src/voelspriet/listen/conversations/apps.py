# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The conversations room as a Django app."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.listen.conversations"
    label = "conversations"

    def ready(self) -> None:
        """Say which columns tell of a colleague."""
        # apps must be loaded before models can be imported
        import voelspriet.listen.conversations.holdings  # noqa: F401, PLC0415
