# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The initiatives room as a Django app."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.act.initiatives"
    label = "initiatives"

    def ready(self) -> None:
        """Register what hangs on an adviser."""
        # apps must be loaded before models can be imported
        import voelspriet.act.initiatives.holdings  # noqa: F401, PLC0415
