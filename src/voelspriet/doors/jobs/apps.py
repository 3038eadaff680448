# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The jobs room as a Django app."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from django.apps import AppConfig

NOT_HANDLERS = {"__init__", "apps"}


class JobsConfig(AppConfig):
    """Register every handler: each file of this folder may hold some."""

    name = "voelspriet.doors.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Import the files that register handlers and sweeps by their decorators."""
        for file in sorted(Path(__file__).parent.glob("*.py")):
            if file.stem not in NOT_HANDLERS:
                import_module(f"{self.name}.{file.stem}")
