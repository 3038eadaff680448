# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The knowledge room as a Django app."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.ground.knowledge"
    label = "knowledge"

    def ready(self) -> None:
        """Say which columns tell of a colleague."""
        # apps must be loaded before models can be imported
        import voelspriet.ground.knowledge.holdings  # noqa: F401, PLC0415
