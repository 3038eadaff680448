# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plans room as a Django app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.act.plans"
    label = "plans"
