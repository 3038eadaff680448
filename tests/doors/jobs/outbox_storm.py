# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A process of its own that empties an outbox with workers that are killed at any moment.

Run by test_outbox_kills: python -m tests.doors.jobs.outbox_storm MAILS KILLS SEED
(VOELSPRIET_EMAIL_URL names the mail server, VOELSPRIET_DATABASE_URL the database.)
Prints one line of JSON: the state of every mail by its Message-ID.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from datetime import timedelta

import django

import tests.conftest  # noqa: F401  makes a home with keys for this process

django.setup()  # models can be imported only after it

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.factories.areas import make_town  # noqa: E402
from tests.factories.replies import make_answer, make_delivery, make_mailed  # noqa: E402
from voelspriet.answer.replies import actions  # noqa: E402
from voelspriet.answer.replies.models import Delivery  # noqa: E402
from voelspriet.answer.replies.queries import due_deliveries  # noqa: E402
from voelspriet.doors.jobs.replies import empty_outbox  # noqa: E402
from voelspriet.ground.privacy.actors import system  # noqa: E402

WORKERS = 2


def prepare(mails: int) -> None:
    """Make the database and the mails that wait in it."""
    call_command("migrate", verbosity=0)
    area = make_town().neighbourhoods[0]
    due = timezone.now() - timedelta(minutes=1)
    for number in range(mails):
        answer = make_answer(make_mailed(area, email=f"bewoner{number}@voorbeeld.nl"))
        make_delivery(answer, next_try_at=due)


def start_worker() -> int:
    """Fork a worker that empties the outbox; return its process id."""

    connections.close_all()
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def work() -> None:

    while due_deliveries(at=timezone.now()):
        empty_outbox()


def storm(kills: int, rng: random.Random) -> None:
    """Start workers and kill them in the middle; at last let them finish."""
    for _kill in range(kills):
        workers = [start_worker() for _worker in range(WORKERS)]
        time.sleep(rng.uniform(0.02, 0.25))
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
            os.waitpid(worker, 0)
    for worker in [start_worker() for _worker in range(WORKERS)]:
        os.waitpid(worker, 0)


def report() -> dict[str, str]:

    after = timezone.now() + timedelta(minutes=10)
    actions.release_expired(by=system("outbox"), at=after)
    return dict(Delivery.objects.values_list("message_id", "state"))


def main() -> None:

    mails, kills, seed = (int(word) for word in sys.argv[1:])
    prepare(mails)
    storm(kills, random.Random(seed))
    sys.stdout.write(json.dumps(report()) + "\n")


if __name__ == "__main__":
    main()
