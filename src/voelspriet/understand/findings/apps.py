# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The findings room as a Django app."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.understand.findings"
    label = "findings"

    def ready(self) -> None:
        """Say which columns tell of a colleague, and which codes must stay."""
        # apps must be loaded before models can be imported
        import voelspriet.understand.findings.holdings  # noqa: PLC0415
        import voelspriet.understand.findings.rules.codes  # noqa: F401, PLC0415
