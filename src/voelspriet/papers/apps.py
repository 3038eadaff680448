# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers room as a Django app."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.papers"
    label = "papers"

    def ready(self) -> None:
        """Register what hangs on who froze a paper or said something about it."""
        # apps must be loaded before models can be imported
        import voelspriet.papers.holdings  # noqa: F401, PLC0415
