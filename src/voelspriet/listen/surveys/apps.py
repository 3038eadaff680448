# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The surveys room as a Django app."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.listen.surveys"
    label = "surveys"
