# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages room as a Django app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.answer.pages"
    label = "pages"
