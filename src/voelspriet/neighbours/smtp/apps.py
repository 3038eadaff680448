# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The smtp neighbour as a Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings

from voelspriet.neighbours.smtp.address import read_email_url


class SmtpConfig(AppConfig):
    """Mail out, over SMTP."""

    name = "voelspriet.neighbours.smtp"
    label = "smtp"

    def ready(self) -> None:
        """Check the setting, so that a wrong one is known at the start, and register."""
        # apps must be loaded before the room that takes the transport can be imported
        import voelspriet.neighbours.smtp.register  # noqa: F401, PLC0415

        read_email_url(settings.EMAIL_URL)
