# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network room as a Django app."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.ground.network"
    label = "network"

    def ready(self) -> None:
        """Register this room's organisations with the scopes of accounts."""
        # apps must be loaded before models can be imported
        import voelspriet.ground.network.holdings  # noqa: PLC0415
        import voelspriet.ground.network.scopes  # noqa: F401, PLC0415
