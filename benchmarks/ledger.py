# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ledger after years of use: pages of many rows against the same pages of few.

python -m benchmarks.ledger            on SQLite
VOELSPRIET_DATABASE_URL=postgres://… python -m benchmarks.ledger   on that empty database

1,000 agreements, 1,000 meetings and 1,000 actions on neighbourhood agendas become 100,000, 10,000
and 10,000. Every tenth agreement runs and every tenth meeting is to come; the others lie in four
years. Prints for each page how often it asks the database (must not grow) and its processor time,
ours and that of the database server where it runs on this machine, as a ratio of the same page
with few; then how the database walks: a plan that reads the whole table says so.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="voelspriet-ledger-"))
os.environ["VOELSPRIET_HOME"] = str(HOME)
from voelspriet.ground.privacy.keys import ensure_keyring  # noqa: E402  the home must be known

ensure_keyring(HOME)
os.environ["DJANGO_SETTINGS_MODULE"] = "voelspriet.config.settings"
import django  # noqa: E402  settings read the key file made above

django.setup()

from django.core.management import call_command  # noqa: E402  after the settings
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone, translation  # noqa: E402

from benchmarks.ledger_rows import (  # noqa: E402
    PER_AGENDA,
    Town,
    agenda,
    agreement,
    meeting,
    write,
)
from voelspriet.act.agenda.actions.calendar_keys import make_calendar_key  # noqa: E402
from voelspriet.act.agenda.choices import AgreementState  # noqa: E402
from voelspriet.act.agenda.models import Agreement, AreaAgenda, Meeting  # noqa: E402
from voelspriet.answer.replies.actions import remind_organisations  # noqa: E402
from voelspriet.doors.commands.demo_town.building import Stage, build  # noqa: E402
from voelspriet.doors.commands.setup import collect_static  # noqa: E402
from voelspriet.ground.network.models import Organisation  # noqa: E402
from voelspriet.ground.people.models import User  # noqa: E402
from voelspriet.ground.people.queries import actor_for, areas_served  # noqa: E402
from voelspriet.ground.privacy.actors import system  # noqa: E402
from voelspriet.lib.working_days import dutch_day  # noqa: E402

FEW = 1_000
TRIES = 5
ADVISER, DIRECTOR, ADMINISTRATOR = "maaike", "willem", "dirk"
Run = Callable[[], object]


def _user(name: str) -> User:
    return User.objects.get(email__startswith=f"{name}@")


def _opener(name: str = "") -> Callable[..., HttpResponse]:
    """Return how somebody, or a resident, opens a page; anything but a page ends the run."""
    client = Client()
    if name:
        client.force_login(_user(name))

    def get(address: str, **asked: str) -> HttpResponse:
        answer: HttpResponse = client.get(address, asked)
        if answer.status_code != HTTPStatus.OK:
            raise SystemExit(f"{address}: {answer.status_code}")
        return answer

    return get


def _mine(at: datetime) -> list[int]:
    return sorted(areas_served(user_id=_user(ADVISER).pk, on=dutch_day(at)))


def pages(at: datetime) -> dict[str, Run]:
    """Return what people open, by a name that says who and what."""
    adviser, director, admin = (_opener(one) for one in (ADVISER, DIRECTOR, ADMINISTRATOR))
    one = Agreement.objects.filter(area_id__in=_mine(at)).earliest("id")
    after = adviser("/werk/afspraken/").context["page"].next_cursor  # type: ignore[attr-defined]
    leaving = f"/werk/beheer/mensen/{_user(ADVISER).pk}/vertrek/"
    return {
        "adviser: today": lambda: adviser("/werk/"),
        "adviser: running": lambda: adviser("/werk/afspraken/"),
        "adviser: page 2": lambda: adviser("/werk/afspraken/", na=after),
        "adviser: late": lambda: adviser("/werk/afspraken/", stand="overdue"),
        "adviser: done": lambda: adviser("/werk/afspraken/", stand="done"),
        "adviser: one": lambda: adviser(f"/werk/afspraken/{one.reference}/"),
        "adviser: new, with loads": lambda: adviser("/werk/afspraken/nieuw/"),
        "adviser: taken over": lambda: adviser("/werk/overgenomen/"),
        "director: today": lambda: director("/werk/"),
        "director: running": lambda: director("/werk/afspraken/"),
        "director: kept-rate": lambda: director("/werk/cijfers/"),
        "adviser: kept-rate": lambda: adviser("/werk/cijfers/"),
        "administrator: leaving": lambda: admin(leaving),
        "job: whom to remind": lambda: remind_organisations(by=system("bench"), at=timezone.now()),
    }


def gatherings(at: datetime) -> dict[str, Run]:
    """Return the pages and calendars of meetings and neighbourhood agendas."""
    adviser, director, resident = (_opener(one) for one in (ADVISER, DIRECTOR, ""))
    mine, user = _mine(at), _user(ADVISER)
    one = Meeting.objects.filter(area_id__in=mine).earliest("id")
    plan = AreaAgenda.objects.filter(area_id__in=mine).select_related("area").earliest("id")
    buurt = f"/mijn-buurt/{plan.municipality.slug}/{plan.area.slug}/"
    by = actor_for(user_id=user.pk, on=dutch_day(at), municipality_id=plan.municipality_id)
    key = make_calendar_key(by=by or system("bench"), at=at)
    lists = {
        f"{who}: {what}": lambda get=get, address=address: get(address)
        for who, get in (("adviser", adviser), ("director", director))
        for what, address in (
            ("meetings", "/werk/bijeenkomsten/"),
            ("meetings of before", "/werk/bijeenkomsten/?wanneer=past"),
            ("presence", "/werk/bijeenkomsten/aanwezigheid/"),
            ("agendas", "/werk/buurtagenda/"),
        )
    }
    return {
        **lists,
        "adviser: one meeting": lambda: adviser(f"/werk/bijeenkomsten/{one.reference}/"),
        "adviser: new meeting": lambda: adviser("/werk/bijeenkomsten/nieuw/"),
        "adviser: one agenda": lambda: adviser(f"/werk/buurtagenda/{plan.reference}/"),
        "resident: neighbourhood": lambda: resident(buurt),
        "resident: agenda": lambda: resident(f"{buurt}agenda/"),
        "resident: agenda, one sheet": lambda: resident(f"{buurt}agenda/blad/"),
        "feed: area": lambda: resident(f"/feeds/gebieden/{plan.area.code}/agenda.ics"),
        "feed: colleague": lambda: resident(f"/feeds/collega/{key}/agenda.ics"),
    }


def _counting(asked: list[int]) -> Callable[..., object]:
    def count(execute: Callable[..., object], *sent: object) -> object:
        asked[0] += 1
        return execute(*sent)

    return count


def _server() -> Path | None:
    """Return where Linux tells how long our process of the database server was busy, if it does."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        told = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return told if os.access(told, os.R_OK) else None


def _busy(server: Path | None) -> float:
    """Return the seconds of processor time that we and the database server used until now."""
    theirs = int(server.read_text(encoding="ascii").split()[0]) if server else 0
    return time.process_time() + theirs / 1e9


def measure(at: datetime) -> dict[str, tuple[int, float]]:
    """Return for each page how often it asks and the fewest seconds it takes."""
    found = {}
    server = _server()
    if connection.vendor == "postgresql" and server is None:
        print("The database server tells no time: what follows is ours alone.")
    for name, open_page in (pages(at) | gatherings(at)).items():
        open_page()
        asked = [0]
        with connection.execute_wrapper(_counting(asked)):
            open_page()
        times = []
        for _ in range(TRIES):
            start = _busy(server)
            open_page()
            times.append(_busy(server) - start)
        found[name] = (asked[0], min(times))
    return found


def plans(on: datetime) -> list[str]:
    """Return how the database walks for the questions that matter, one line each."""
    mine = _mine(on)
    party = Organisation.objects.earliest("id")
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


def fill(town: Town, before: tuple[int, int], after: tuple[int, int]) -> None:
    """Write agreements, and as many meetings as actions, from `before` to `after`."""
    write(town, before[0], after[0], agreement)
    write(town, before[1], after[1], meeting)
    write(town, -(-before[1] // PER_AGENDA), -(-after[1] // PER_AGENDA), agenda)
    if connection.vendor == "postgresql":  # where that happens by itself, some minutes later
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def show(few: dict[str, tuple[int, float]], many: dict[str, tuple[int, float]]) -> int:
    """Print every page; return how many ask more often with more rows."""
    grown = 0
    for name, (asks, seconds) in many.items():
        before, was = few[name]
        grown += asks > before
        print(
            f"{name:28} asks {before:3} → {asks:3}"
            f"   {was * 1000:7.1f} → {seconds * 1000:7.1f} ms   × {seconds / was:5.1f}"
        )
    return grown


def main() -> int:
    """Fill, measure, print; exit code 1 when a page asks more often with more rows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--agreements", type=int, default=100_000)
    parser.add_argument("--others", type=int, default=10_000, help="meetings, and actions")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    setup_test_environment()
    logging.disable(logging.WARNING)  # a line for every request
    collect_static()
    call_command("migrate", verbosity=0)
    at = timezone.now()
    with translation.override("nl"):
        build(stage=Stage.EMPTY, seed=given.seed, at=at, say=lambda _line: None)
    town = Town(at, random.Random(given.seed))
    fill(town, (0, 0), (FEW + PER_AGENDA, FEW))  # an agreement for every action
    few = measure(at)
    fill(town, (FEW + PER_AGENDA, FEW), (given.agreements, given.others))
    many = measure(at)
    print(
        f"{connection.vendor}: {FEW:,} against {given.agreements:,} agreements, {given.others:,}"
        " meetings and actions; one in ten runs or is to come"
    )
    grown = show(few, many)
    for line in plans(at):
        print(line)
    return int(grown > 0)


if __name__ == "__main__":
    try:
        sys.exit(main())
    finally:
        shutil.rmtree(HOME)
