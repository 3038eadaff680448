# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The evenings room as a Django app."""

from django.apps import AppConfig


class EveningsConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.listen.evenings"
    label = "evenings"

    def ready(self) -> None:
        """Register what hangs on a person; have links of a backup forgotten."""
        # apps must be loaded before models can be imported
        import voelspriet.listen.evenings.holdings  # noqa: F401, PLC0415
        from voelspriet.ground.privacy.registry import after_restore  # noqa: PLC0415
        from voelspriet.listen.evenings.actions.links import forget_links  # noqa: PLC0415

        after_restore(forget_links)
