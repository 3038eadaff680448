# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda room as a Django app."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.act.agenda"
    label = "agenda"

    def ready(self) -> None:
        """Register what hangs on a person; have calendar keys of a backup forgotten."""
        # apps must be loaded before models can be imported
        import voelspriet.act.agenda.holdings  # noqa: F401, PLC0415
        from voelspriet.act.agenda.actions.calendar_keys import forget_keys  # noqa: PLC0415
        from voelspriet.ground.privacy.registry import after_restore  # noqa: PLC0415

        after_restore(forget_keys)
