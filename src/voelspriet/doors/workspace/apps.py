# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workspace room as a Django app."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.doors.workspace"
    label = "workspace"
