# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cases room as a Django app."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.answer.cases"
    label = "cases"

    def ready(self) -> None:
        """Say which columns tell of a colleague."""
        # apps must be loaded before models can be imported
        import voelspriet.answer.cases.holdings  # noqa: F401, PLC0415
