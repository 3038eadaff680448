# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The surveys room as a Django app."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.listen.surveys"
    label = "surveys"

    def ready(self) -> None:
        """Register what hangs on a person."""
        # apps must be loaded before models can be imported
        import voelspriet.listen.surveys.holdings  # noqa: F401, PLC0415
