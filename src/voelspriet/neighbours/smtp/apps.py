# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The smtp room as a Django app."""

from django.apps import AppConfig


class SmtpConfig(AppConfig):
    """Register the room."""

    name = "voelspriet.neighbours.smtp"
    label = "smtp"
