# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The intake room as a Django app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.listen.intake"
    label = "intake"

    def ready(self) -> None:
        """Register what this room holds for a person."""
        # apps must be loaded before models can be imported
        import voelspriet.listen.intake.holdings  # noqa: F401, PLC0415
