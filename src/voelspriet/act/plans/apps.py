# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plans room as a Django app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.act.plans"
    label = "plans"

    def ready(self) -> None:
        """Register what hangs on the owner of a plan."""
        # apps must be loaded before models can be imported
        import voelspriet.act.plans.holdings  # noqa: F401, PLC0415
