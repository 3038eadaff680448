# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measure an evening: a hall full of phones behind one address, on both databases.

    make bench-evening

For each database: N phones come in and answer within SPREAD seconds; the server goes away and
comes back while all phones keep asking; then four questions are answered by all phones while the
server is killed twice, and every answer must stand in the database exactly once.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field

from benchmarks.installation import Installation, installation, postgresql
from benchmarks.phone import FAILURES, NotTakenError, Phone

AT_ONCE = 64
POLL_SECONDS = 2.0
BACK_WITHIN_SECONDS = 30.0
ANSWERS = ("agree", "disagree", "dont_know")
GOALS = {"p95": 1.0, "p99": 2.0, "errors": 0.005, "back": 0.95}
PROGRAM = """
import json, sys
from voelspriet.doors.commands.start import set_up_django
set_up_django()
from django.utils import timezone
from voelspriet.ground.people.models import AreaDuty
from voelspriet.ground.people.queries import actor_for
from voelspriet.listen.evenings.actions.preparing import prepare_evening
from voelspriet.listen.evenings.actions.running import go_to_part, steer_evening
from voelspriet.listen.evenings.models import Evening, Vote
from voelspriet.listen.evenings.queries.listing import usable_versions
from voelspriet.listen.evenings.rules.running import Deed
at = timezone.now()
duty = AreaDuty.objects.order_by("id").first()
by = actor_for(user_id=duty.user_id, on=at.date())
what, *rest = sys.argv[1:]
if what == "open":
    reference = prepare_evening(area_id=duty.area_id, version_id=usable_versions(by=by)[0][0],
                                starts_at=at, place="", by=by, at=at)
    steer_evening(reference=reference, deed=Deed.START, by=by, at=at)
    evening = Evening.objects.get(reference=reference)
    items = evening.items.filter(question__kind="statement").order_by("position")
    print(json.dumps([reference, evening.join_code, [one.pk for one in items]]))
elif what == "put":
    go_to_part(reference=rest[0], item_id=int(rest[1]), by=by, at=at)
elif what == "count":
    votes = Vote.objects.filter(item__evening__reference=rest[0], item_id__in=json.loads(rest[1]))
    print(json.dumps(sorted([one.item_id, one.chosen[0]] for one in votes)))
"""


@dataclass
class Measured:
    """What came of one database; `seconds` are what phones wait."""

    database: str
    phones: int
    seconds: dict[str, dict[str, float]] = field(default_factory=dict)
    vote_ms: float = 0.0  # the server's processor time for one vote
    back: float = 0.0
    sent: int = 0
    expected: int = 0
    counted: int = 0
    same: bool = False
    restarts: int = 0

    def misses(self) -> list[str]:
        """Return which goals were missed."""
        found = [
            f"{name} {key} {values[key]:.3f}"
            for name, values in self.seconds.items()
            for key in ("p95", "p99", "errors")
            if values[key] > GOALS[key]
        ]
        if self.back < GOALS["back"]:
            found.append(f"back {self.back:.3f}")
        if not self.same:
            found.append(f"counted {self.counted} of {self.expected}")
        return found


def program(here: Installation, *arguments: str) -> str:
    """Do something at the evening as its adviser."""
    return here.run(sys.executable, "-c", PROGRAM, *arguments).strip()


def burst(
    phones: Sequence[Phone], deed: Callable[[Phone], None], spread: float
) -> dict[str, float]:
    """Let every phone do something at a moment of its own within `spread` seconds."""
    begin = time.monotonic()
    took: list[float] = []
    wrong: list[str] = []

    def one(phone: Phone, moment: float) -> None:
        time.sleep(max(0.0, begin + moment - time.monotonic()))
        started = time.monotonic()
        try:
            deed(phone)
        except (*FAILURES, NotTakenError) as error:
            wrong.append(str(error))
            phone.hang_up()
        took.append(time.monotonic() - started)

    moments = sorted(random.uniform(0, spread) for _phone in phones)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(one, phones, moments))
    took.sort()
    return {
        "p50": _at(took, 0.5),
        "p95": _at(took, 0.95),
        "p99": _at(took, 0.99),
        "errors": len(wrong) / len(phones),
    }


def _at(values: Sequence[float], share: float) -> float:
    return round(values[min(len(values) - 1, int(share * len(values)))], 3)


def come_back(here: Installation, phones: Sequence[Phone]) -> float:
    """Take the server away amid polling; return the share that was back within 30 seconds."""
    stop, back = threading.Event(), set[int]()
    returned = threading.Event()

    def keep_asking(number: int) -> None:
        while not stop.is_set():
            try:
                if phones[number].poll() and returned.is_set():
                    back.add(number)
            except (*FAILURES, NotTakenError):
                phones[number].hang_up()
            stop.wait(random.uniform(0.9, 1.1) * POLL_SECONDS)

    threads = [
        threading.Thread(target=keep_asking, args=(one,), daemon=True) for one in range(len(phones))
    ]
    for thread in threads:
        thread.start()
    time.sleep(POLL_SECONDS)
    here.kill()
    here.start()
    returned.set()
    deadline = time.monotonic() + BACK_WITHIN_SECONDS
    while time.monotonic() < deadline and len(back) < len(phones):
        time.sleep(0.2)
    stop.set()
    for thread in threads:
        thread.join()
    return len(back) / len(phones)


def exactly_once(
    here: Installation,
    phones: Sequence[Phone],
    reference: str,
    items: Sequence[int],
    found: Measured,
) -> None:
    """Let every phone answer every item while the server is killed twice, and count."""
    expected: list[list[int | str]] = []
    for number, item in enumerate(items):
        program(here, "put", reference, str(item))
        chosen = [random.choice(ANSWERS) for _phone in phones]
        expected += [[item, one] for one in chosen]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            jobs = [
                pool.submit(phone.vote_until_taken, item, one)
                for phone, one in zip(phones, chosen, strict=True)
            ]
            if number in {0, 2}:
                time.sleep(0.4)
                here.kill()
                here.start()
                found.restarts += 1
            found.sent += sum(job.result() for job in jobs)
    stored = json.loads(program(here, "count", reference, json.dumps(list(items))))
    found.expected, found.counted = len(expected), len(stored)
    found.same = stored == sorted(expected, key=lambda one: (one[0], one[1]))


def measure(here: Installation, *, phones: int, spread: float) -> Measured:
    """Measure one database."""
    found = Measured(here.kind, phones)
    reference, code, items = json.loads(program(here, "open"))
    crowd = [Phone(here.port) for _number in range(phones)]
    found.seconds["door"] = burst(crowd, Phone.prepare, spread)
    found.seconds["join"] = burst(crowd, lambda phone: phone.join(code), spread)
    program(here, "put", reference, str(items[0]))
    before = here.processor_seconds()
    found.seconds["vote"] = burst(
        crowd, lambda phone: phone.vote(items[0], random.choice(ANSWERS)), spread
    )
    found.vote_ms = round(1000 * (here.processor_seconds() - before) / phones, 1)
    found.back = come_back(here, crowd)
    exactly_once(here, crowd, reference, items[1:5], found)
    for phone in crowd:
        phone.hang_up()
    return found


def main() -> int:
    """Measure both databases; exit 1 when a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=500)
    parser.add_argument("--spread", type=float, default=10.0, help="seconds a burst takes")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    chosen = parser.parse_args()
    results = []
    with postgresql() as url:
        for address in _addresses(chosen.only, url):
            with installation(address) as here:
                here.start()
                results.append(measure(here, phones=chosen.phones, spread=chosen.spread))
                print(json.dumps(asdict(results[-1])), flush=True)
    missed = {one.database: one.misses() for one in results if one.misses()}
    print(json.dumps({"goals": GOALS, "missed": missed}), flush=True)
    return 1 if missed else 0


def _addresses(only: str | None, url: str | None) -> list[str]:
    every = {"sqlite": "", "postgresql": url}
    return [one for name, one in every.items() if one is not None and only in {None, name}]


if __name__ == "__main__":
    sys.exit(main())
