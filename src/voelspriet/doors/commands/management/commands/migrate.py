# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's own `migrate`, which lays a new database out at once."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from voelspriet.doors.commands.management.new_database import lay_out

ASIDE = ("app_label", "plan", "check_unapplied", "fake", "fake_initial", "prune")


class Command(migrate.Command):
    """Bring a database up to date (decision 0110)."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Lay out what is new, then let Django do what is left and tell whoever listens."""
        if not any(options[name] for name in ASIDE):
            lay_out(connections[options["database"]])
        super().handle(*args, **options)
