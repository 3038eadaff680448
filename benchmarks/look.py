# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Look into the database of an installation: what stands there, as JSON."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import datetime, timedelta

from voelspriet.doors.commands.start import set_up_django

set_up_django()

from django.utils import timezone  # noqa: E402  after the settings

from voelspriet.answer.replies.actions import release_expired  # noqa: E402
from voelspriet.answer.replies.models import Delivery  # noqa: E402
from voelspriet.answer.replies.rules.delivery import LEASE  # noqa: E402
from voelspriet.ground.privacy.actors import system  # noqa: E402
from voelspriet.ground.queue.queries import queue_health  # noqa: E402
from voelspriet.listen.intake.models import Signal  # noqa: E402


def look(at: datetime) -> dict[str, object]:
    """Return counts of reports, of mails by state, and the Message-IDs by state."""
    rows = list(Delivery.objects.values_list("message_id", "state"))
    return {
        "signals": Signal.objects.count(),
        "deliveries": dict(Counter(state for _, state in rows)),
        "message_ids": dict(rows),
        "jobs_waiting": queue_health(at=at).waiting,
    }


def main() -> None:
    """Print what stands there; with `--after-lease` first let every lease run out."""
    at = timezone.now()
    if "--after-lease" in sys.argv:
        at += LEASE + timedelta(seconds=1)
        release_expired(by=system("outbox"), at=at)
    print(json.dumps(look(at)))


if __name__ == "__main__":
    main()
