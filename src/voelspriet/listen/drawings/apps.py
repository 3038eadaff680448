# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The drawings room as a Django app."""

from django.apps import AppConfig


class DrawingsConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.listen.drawings"
    label = "drawings"

    def ready(self) -> None:
        """Register what this room holds for a person."""
        # apps must be loaded before models can be imported
        import voelspriet.listen.drawings.holdings  # noqa: F401, PLC0415
