# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workspace room as a Django app."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.doors.workspace"
    label = "workspace"

    def ready(self) -> None:
        """Register the navigation of the staff site."""
        # reverses addresses, so only once apps are loaded
        import voelspriet.doors.workspace.navigation  # noqa: F401, PLC0415
