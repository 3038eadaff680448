# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search room as a Django app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.ground.search"
    label = "search"

    def ready(self) -> None:
        """Have the index built anew when a backup was put back."""
        # apps must be loaded before models can be imported
        from voelspriet.ground.privacy.registry import after_restore  # noqa: PLC0415
        from voelspriet.ground.search.actions import rebuild_index  # noqa: PLC0415

        after_restore(rebuild_index)
