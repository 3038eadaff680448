# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kill server and worker amid 300 reports, again and again, and prove that nothing is lost.

    make bench-kill N=10

For each database and each round: 300 residents tell something at the same time, half of them want
a mail; at a random moment server, worker and supervisor get SIGKILL; they are started again; at
the end every acknowledged report must open with its code, no mail may have been taken twice, and
every mail that nobody can be sure of must be shown as uncertain.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.installation import ROOT, Installation, installation, postgresql
from benchmarks.mail_sink import MailSink
from benchmarks.resident import NotAcknowledgedError, Resident

REPORTS = 300
QUIET_WITHIN_SECONDS = 240
LOGS = ROOT / "build" / "bench"


@dataclass
class Tally:
    """What the residents of one round saw."""

    codes: list[str] = field(default_factory=list)
    unacknowledged: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass
class Verdict:
    """What is true of one database after all rounds; every count of wrongs must be 0."""

    database: str
    rounds: int
    seed: int
    acknowledged: int = 0
    unacknowledged: int = 0
    stored: int = 0
    lost: int = 0
    codes_given_twice: int = 0
    mails_taken: int = 0
    mails_taken_twice: int = 0
    sent_but_never_taken: int = 0
    states: dict[str, int] = field(default_factory=dict)
    uncertain: int = 0
    uncertain_but_taken: int = 0
    not_settled: int = 0
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        """Tell whether nothing was lost, nothing sent twice, and nothing left in the dark."""
        wrongs = (
            self.lost,
            self.codes_given_twice,
            self.mails_taken_twice,
            self.sent_but_never_taken,
            self.not_settled,
        )
        return self.acknowledged > 0 and not any(wrongs)


def tell(here: Installation, number: int, tally: Tally) -> None:
    """Tell one report; count whether its receipt arrived."""
    resident = Resident("127.0.0.1", here.port)
    mail = f"inwoner{number}@post.example" if number % 2 else ""
    try:
        told = resident.tell(text=f"Lamp {number} is stuk.", area=number, email=mail)
    except (OSError, http.client.HTTPException, NotAcknowledgedError):
        with tally.lock:
            tally.unacknowledged += 1
        return
    finally:
        resident.close()
    with tally.lock:
        tally.codes.append(told.code)


def one_round(here: Installation, number: int, rng: random.Random, tally: Tally) -> None:
    """Let 300 people tell something and kill everything at a random point among them."""
    kill_after = rng.randint(REPORTS // 10, REPORTS * 9 // 10)
    wait = rng.uniform(0.0, 0.5)
    before = len(tally.codes)
    with ThreadPoolExecutor(REPORTS) as pool:
        going = [
            pool.submit(tell, here, number * REPORTS + index, tally) for index in range(REPORTS)
        ]
        while len(tally.codes) - before < kill_after and not all(one.done() for one in going):
            time.sleep(0.005)
        time.sleep(wait)
        here.kill()
    here.start()


def wait_until_quiet(here: Installation) -> None:
    """Wait until the worker has nothing left to do that it can do now."""
    deadline = time.monotonic() + QUIET_WITHIN_SECONDS
    while time.monotonic() < deadline:
        seen = _look(here)
        if not seen["jobs_waiting"] and not seen["deliveries"].get("waiting"):
            return
        time.sleep(1)


def _look(here: Installation, *options: str) -> dict[str, object]:
    seen: dict[str, object] = json.loads(
        here.run(sys.executable, "-m", "benchmarks.look", *options).splitlines()[-1]
    )
    return seen


def judge(here: Installation, sink: MailSink, tally: Tally, verdict: Verdict) -> None:
    """Fill in the verdict from the pages, the database and the mail server."""
    resident = Resident("127.0.0.1", here.port, timeout=60)
    verdict.acknowledged = len(tally.codes)
    verdict.unacknowledged = tally.unacknowledged
    verdict.codes_given_twice = len(tally.codes) - len(set(tally.codes))
    verdict.lost = sum(not resident.opens(code) for code in tally.codes)
    resident.close()
    here.stop()
    seen = _look(here, "--after-lease")
    states: dict[str, str] = seen["message_ids"]  # type: ignore[assignment]
    verdict.stored = int(seen["signals"])  # type: ignore[call-overload]
    verdict.states = seen["deliveries"]  # type: ignore[assignment]
    verdict.mails_taken = sum(sink.taken.values())
    verdict.mails_taken_twice = sum(count - 1 for count in sink.taken.values())
    verdict.mails_taken_twice += sum(count - 1 for count in sink.to.values() if count > 1)
    sent = {name for name, state in states.items() if state == "sent"}
    uncertain = {name for name, state in states.items() if state == "uncertain"}
    verdict.sent_but_never_taken = len(sent - set(sink.taken))
    verdict.uncertain = len(uncertain)
    verdict.uncertain_but_taken = len(uncertain & set(sink.taken))
    verdict.not_settled = sum(state not in {"sent", "uncertain"} for state in states.values())


def on_one(url: str, *, rounds: int, seed: int, log: Path) -> Verdict:
    """Run every round on one database and return what is true afterwards."""
    started = time.monotonic()
    rng, tally = random.Random(seed), Tally()
    with MailSink(seed) as sink, installation(url, mail=sink.port) as here:
        verdict = Verdict(here.kind, rounds, seed)
        here.start()
        for number in range(rounds):
            one_round(here, number, rng, tally)
            line = {"database": here.kind, "round": number + 1, "acknowledged": len(tally.codes),
                    "not": tally.unacknowledged, "mails": sum(sink.taken.values())}  # fmt: skip
            print(line, flush=True)
            with log.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")
        wait_until_quiet(here)
        judge(here, sink, tally, verdict)
    verdict.seconds = round(time.monotonic() - started, 1)
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(verdict)) + "\n")
    return verdict


def show(verdict: Verdict) -> None:
    """Print one verdict in words."""
    print(
        f"\n{verdict.database}, {verdict.rounds} kills, seed {verdict.seed}, "
        f"{verdict.seconds:.0f} s\n"
        f"  acknowledged {verdict.acknowledged}, lost {verdict.lost}; "
        f"not acknowledged {verdict.unacknowledged}, stored in all {verdict.stored}\n"
        f"  mails taken {verdict.mails_taken}, taken twice {verdict.mails_taken_twice}; "
        f"uncertain {verdict.uncertain} (of which {verdict.uncertain_but_taken} had arrived); "
        f"not settled {verdict.not_settled}\n"
        f"  {'HOLDS' if verdict.holds else 'DOES NOT HOLD'}"
    )


def main() -> int:
    """Run on SQLite and, where it is installed, on PostgreSQL."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    asked = parser.parse_args()
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"kill-{asked.seed}-{asked.rounds}.jsonl"
    verdicts = []
    if asked.only != "postgresql":
        verdicts.append(on_one("", rounds=asked.rounds, seed=asked.seed, log=log))
    if asked.only != "sqlite":
        with postgresql() as url:
            if url is None:
                print("LEFT OUT: no PostgreSQL on this machine.")
            else:
                verdicts.append(on_one(url, rounds=asked.rounds, seed=asked.seed, log=log))
    for verdict in verdicts:
        show(verdict)
    print(f"\nThe log: {log}")
    return 0 if verdicts and all(verdict.holds for verdict in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
