# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tension room as a Django app."""

from django.apps import AppConfig


class TensionConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.understand.tension"
    label = "tension"

    def ready(self) -> None:
        """Say what hangs on a colleague."""
        # apps must be loaded before models can be imported
        import voelspriet.understand.tension.holdings  # noqa: F401, PLC0415
