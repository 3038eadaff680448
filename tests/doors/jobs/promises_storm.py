# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A process of its own that reminds, escalates and lets colleagues leave, killed at any moment.

Run by test_promises_kills: python -m tests.doors.jobs.promises_storm KILLS SEED
(VOELSPRIET_DATABASE_URL names the database). Prints one line of JSON: what was done, how often.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

import django

import tests.conftest  # noqa: F401  makes a home with keys for this process

django.setup()  # models can be imported only after it

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from tests.conftest import arranging  # noqa: E402
from tests.factories.agenda import make_agreement_row  # noqa: E402
from tests.factories.areas import make_town  # noqa: E402
from tests.factories.initiatives import make_initiative  # noqa: E402
from tests.factories.people import actor_of, make_duo, make_organisation, make_user  # noqa: E402
from voelspriet.act.agenda.actions import escalate_agreements  # noqa: E402
from voelspriet.act.agenda.models import Agreement, AgreementEscalation  # noqa: E402
from voelspriet.act.initiatives.actions import escalate_initiatives  # noqa: E402
from voelspriet.act.initiatives.models import InitiativeEscalation  # noqa: E402
from voelspriet.answer.replies.actions import remind_organisations  # noqa: E402
from voelspriet.answer.replies.models import Delivery, Reminder, ServiceMail  # noqa: E402
from voelspriet.ground.people.actions import carry_out_leavings, plan_leaving  # noqa: E402
from voelspriet.ground.people.models import AreaDuty, Leaving, User  # noqa: E402
from voelspriet.ground.people.queries import ownerless  # noqa: E402
from voelspriet.ground.privacy.actors import system  # noqa: E402
from voelspriet.ground.privacy.choices import Role  # noqa: E402
from voelspriet.ground.privacy.models import AuditLine  # noqa: E402
from voelspriet.lib.working_days import dutch_day  # noqa: E402

AT = datetime(2026, 9, 22, 9, tzinfo=UTC)  # a Tuesday
ORGANISATIONS, EACH, LEAVERS, WORKERS = 12, 4, 6, 2


def prepare() -> None:
    """Make organisations with what is due, late initiatives, and colleagues who leave today."""
    call_command("migrate", verbosity=0)
    town = make_town(neighbourhoods=LEAVERS)
    admin = actor_of(make_user(town.municipality, Role.ADMINISTRATOR))
    today = dutch_day(AT)
    for area in town.neighbourhoods:
        leaver = make_duo(town.municipality, area)[0]
        successor = make_user(town.municipality)
        duty = AreaDuty.objects.get(user=leaver, area=area)
        plan_leaving(
            user_id=leaver.pk,
            leaves_on=today,
            successors={duty.pk: successor.pk},
            by=admin,
            at=AT - timedelta(days=1),
        )
        make_initiative(area, due_on=today - timedelta(days=1))
        party = make_organisation(town.municipality, name=f"Buiten {area.pk}")
        late = today - timedelta(days=1)
        make_agreement_row(area, party, due_on=late, follower_id=leaver.pk)
    for number in range(ORGANISATIONS):
        party = make_organisation(
            town.municipality, name=f"Partij {number}", email=f"partij{number}@voorbeeld.nl"
        )
        for _each in range(EACH):
            make_agreement_row(town.neighbourhoods[0], party, due_on=today)
    with arranging():
        Delivery.objects.all().delete()


def start_worker() -> int:
    """Fork a worker that runs every sweep once; return its process id."""
    connections.close_all()
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def work() -> None:
    """Do what the sweeps around promises do, at a moment that does not move."""
    remind_organisations(by=system("replies.remind"), at=AT)
    carry_out_leavings(at=AT)
    escalate_agreements(by=system("agenda.escalate"), at=AT)
    escalate_initiatives(by=system("initiatives.escalate"), at=AT)


def storm(kills: int, rng: random.Random) -> None:
    """Start workers and kill them in the middle; at last let one finish."""
    for _kill in range(kills):
        workers = [start_worker() for _worker in range(WORKERS)]
        time.sleep(rng.uniform(0.02, 0.3))
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
            os.waitpid(worker, 0)
    os.waitpid(start_worker(), 0)


def report() -> dict[str, object]:
    """Return what was done and how often."""
    lines = Counter(AuditLine.objects.values_list("action", flat=True))
    town = Leaving.objects.values_list("municipality_id", flat=True)[0]
    gone = User.objects.filter(leavings__isnull=False)
    return {
        "mails": ServiceMail.objects.filter(kind="reminder").count(),
        "deliveries": Delivery.objects.filter(service_mail__kind="reminder").count(),
        "reminders": Reminder.objects.count(),
        "reminded": Reminder.objects.values("agreement_id").distinct().count(),
        "left": Leaving.objects.filter(done_at__isnull=False).count(),
        "left_lines": lines["leaving.carry_out"],
        "still_active": gone.filter(is_active=True).count(),
        "followed_by_who_left": Agreement.objects.filter(follower__in=gone).count(),
        "ownerless": len(ownerless(municipality_id=town, on=dutch_day(AT))),
        "agreements_up": AgreementEscalation.objects.count(),
        "initiatives_up": InitiativeEscalation.objects.count(),
    }


def main() -> None:
    """Prepare, storm, tell."""
    kills, seed = (int(word) for word in sys.argv[1:])
    prepare()
    storm(kills, random.Random(seed))
    sys.stdout.write(json.dumps(report()) + "\n")


if __name__ == "__main__":
    main()
