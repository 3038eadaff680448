# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people room as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.ground.people"
    label = "people"

    def ready(self) -> None:
        """Register what this room holds for a person."""
        # apps must be loaded before models can be imported
        import voelspriet.ground.people.duties_held  # noqa: F401, PLC0415
