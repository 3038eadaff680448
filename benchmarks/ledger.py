# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ledger with many agreements: pages with 100,000 against the same pages with 1,000.

python -m benchmarks.ledger            on SQLite
VOELSPRIET_DATABASE_URL=postgres://… python -m benchmarks.ledger   on that empty database

Every tenth agreement runs, the others ended over four years. Prints for each page how often it
asks the database (must not grow) and how long it takes, as a ratio of the same page with 1,000;
then how the database walks: a plan that reads the whole table says so.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

os.environ["VOELSPRIET_HOME"] = tempfile.mkdtemp(prefix="voelspriet-ledger-")
from voelspriet.ground.privacy.keys import ensure_keyring

ensure_keyring(Path(os.environ["VOELSPRIET_HOME"]))
os.environ["DJANGO_SETTINGS_MODULE"] = "voelspriet.config.settings"
import django  # noqa: E402  settings read the key file made above

django.setup()

from django.core.management import call_command  # noqa: E402  after the settings
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone, translation  # noqa: E402

from voelspriet.act.agenda.choices import AgreementState, Visibility  # noqa: E402
from voelspriet.act.agenda.models import Agreement  # noqa: E402
from voelspriet.answer.replies.actions import remind_organisations  # noqa: E402
from voelspriet.doors.commands.demo_town.building import Stage, build  # noqa: E402
from voelspriet.ground.network.models import Organisation  # noqa: E402
from voelspriet.ground.people.models import AreaDuty, User  # noqa: E402
from voelspriet.ground.people.queries import areas_served  # noqa: E402
from voelspriet.ground.privacy.actors import system  # noqa: E402
from voelspriet.ground.privacy.writing import housekeeping  # noqa: E402
from voelspriet.lib.working_days import dutch_day  # noqa: E402

FEW = 1_000
OPEN_ONE_IN = 10
TRIES = 5
BATCH = 2_000
ADVISER, DIRECTOR, ADMINISTRATOR = "maaike", "willem", "dirk"


def fill(first: int, count: int, at: datetime, rng: random.Random) -> None:
    """Write agreements `first` up to `count`, spread over areas, parties and four years."""
    town = User.objects.get(email__startswith=ADVISER).assignments.get().municipality
    areas = sorted({area for user in User.objects.all() for area in _areas(user, at)})
    parties = list(Organisation.objects.values_list("id", flat=True))
    followers = list(AreaDuty.objects.values_list("user_id", flat=True))
    for start in range(first, count, BATCH):
        rows = []
        for number in range(start, min(start + BATCH, count)):
            is_open = number % OPEN_ONE_IN == 0
            made = at - timedelta(days=rng.uniform(0, 20) if is_open else rng.uniform(30, 1460))
            due = dutch_day(made) + timedelta(days=rng.randint(5, 40))
            rows.append(
                Agreement(
                    municipality=town,
                    area_id=rng.choice(areas),
                    reference=f"A-B{number:06d}",
                    organisation_id=rng.choice(parties),
                    what=f"De lantaarnpaal {number} maken",
                    first_due_on=due,
                    due_on=due,
                    visibility=Visibility.PUBLIC,
                    state=AgreementState.OPEN if is_open else AgreementState.DONE,
                    made_by_id=1,
                    made_by_name="Noor",
                    made_at=made,
                    follower_id=rng.choice(followers) if is_open else None,
                    ended_at=None if is_open else made + timedelta(days=rng.randint(1, 45)),
                )
            )
        with housekeeping("benchmark"):
            Agreement.objects.bulk_create(rows)


def _areas(user: User, at: datetime) -> frozenset[int]:
    return areas_served(user_id=user.pk, on=dutch_day(at))


def _client(name: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(email__startswith=f"{name}@"))
    return client


def pages() -> dict[str, Callable[[], object]]:
    """Return what colleagues open, by a name that says who and what."""
    adviser, director, admin = (_client(one) for one in (ADVISER, DIRECTOR, ADMINISTRATOR))
    one = Agreement.objects.filter(area_id__in=_areas(_user(ADVISER), timezone.now())).first()
    page = adviser.get("/werk/afspraken/").context["page"]
    return {
        "adviser: today": lambda: adviser.get("/werk/"),
        "adviser: running": lambda: adviser.get("/werk/afspraken/"),
        "adviser: page 2": lambda: adviser.get("/werk/afspraken/", {"na": page.next_cursor}),
        "adviser: late": lambda: adviser.get("/werk/afspraken/?stand=overdue"),
        "adviser: done": lambda: adviser.get("/werk/afspraken/?stand=done"),
        "adviser: one": lambda: adviser.get(f"/werk/afspraken/{one.reference}/" if one else "/"),
        "adviser: new, with loads": lambda: adviser.get("/werk/afspraken/nieuw/"),
        "adviser: taken over": lambda: adviser.get("/werk/overgenomen/"),
        "director: today": lambda: director.get("/werk/"),
        "director: running": lambda: director.get("/werk/afspraken/"),
        "director: kept-rate": lambda: director.get("/werk/cijfers/"),
        "administrator: leaving": lambda: admin.get(
            f"/werk/beheer/mensen/{_user(ADVISER).pk}/vertrek/"
        ),
        "job: whom to remind": lambda: remind_organisations(by=system("bench"), at=timezone.now()),
    }


def _user(name: str) -> User:
    return User.objects.get(email__startswith=f"{name}@")


def _counting(asked: list[int]) -> Callable[..., object]:
    def count(execute: Callable[..., object], *sent: object) -> object:
        asked[0] += 1
        return execute(*sent)

    return count


def measure() -> dict[str, tuple[int, float]]:
    """Return for each page how often it asks and its shortest time in seconds."""
    found = {}
    for name, open_page in pages().items():
        open_page()
        asked = [0]
        with connection.execute_wrapper(_counting(asked)):
            open_page()
        times = []
        for _ in range(TRIES):
            start = time.perf_counter()
            open_page()
            times.append(time.perf_counter() - start)
        found[name] = (asked[0], min(times))
    return found


def plans(on: datetime) -> list[str]:
    """Return how the database walks for the questions that matter, one line each."""
    mine = sorted(_areas(_user(ADVISER), on))
    party = Organisation.objects.first()
    running = Agreement.objects.filter(state=AgreementState.OPEN)
    day = dutch_day(on)
    asked = {
        "running of my areas": running.filter(area_id__in=mine).order_by("due_on", "id")[:31],
        "late anywhere": running.filter(due_on__lt=day).order_by("id"),
        "of one party, running": running.filter(organisation=party, due_on__gte=day),
        "due in a year": Agreement.objects.filter(
            municipality__isnull=False, municipality_id=1, first_due_on__gte=day
        ),
    }
    return [f"{name}: {' | '.join(rows.explain().splitlines())}" for name, rows in asked.items()]


def main() -> int:
    """Fill, measure, print; exit code 1 when a page asks more often with more rows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    setup_test_environment()
    logging.disable(logging.WARNING)  # a line for every request
    call_command("migrate", verbosity=0)
    at, rng = timezone.now(), random.Random(given.seed)
    with translation.override("nl"):
        build(stage=Stage.EMPTY, seed=given.seed, at=at, say=lambda _line: None)
    fill(0, FEW, at, rng)
    few = measure()
    fill(FEW, given.rows, at, rng)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE agenda_agreement")
    many = measure()
    print(f"{connection.vendor}: {FEW:,} against {given.rows:,} agreements, one in ten runs")
    grown = 0
    for name, (asks, seconds) in many.items():
        before, was = few[name]
        grown += asks > before
        print(
            f"{name:28} asks {before:3} → {asks:3}"
            f"   {was * 1000:7.1f} → {seconds * 1000:7.1f} ms   × {seconds / was:5.1f}"
        )
    for line in plans(at):
        print(line)
    return int(grown > 0)


if __name__ == "__main__":
    sys.exit(main())
