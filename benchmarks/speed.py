# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast and how large: reports a second, pages at 50,000 reports, memory, on both databases.

    make bench

Clients, server, worker and database share this machine, over the loopback address. Every report
is told through all the forms, as a browser does. Rates on a shared machine drift by a factor
two: compare within one run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.installation import ROOT, Installation, installation, postgresql
from benchmarks.resident import Acknowledged, Resident
from voelspriet.doors.commands.demo_town.names import (
    DISTRICTS,
    MAIL_HOST,
    MUNICIPALITY_SLUG,
    PASSWORD,
)

CLIENTS = (1, 8)
PAGE_VISITS = 100
ADVISER = f"maaike@{MAIL_HOST}"
RESULTS = ROOT / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds at the middle and at 95 %."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Rate:
    """What `clients` residents at once got done."""

    clients: int
    reports: int
    a_second: float
    requests_a_second: float
    sending: Spread
    whole_walk: Spread


@dataclass(frozen=True, slots=True)
class Result:
    """Everything measured on one database."""

    database: str
    rates: tuple[Rate, ...]
    signals: int
    pages: dict[str, Spread]
    memory_mb: dict[str, float]


def spread(seconds: list[float]) -> Spread:
    """Return the middle and the 95 % point of some durations, in milliseconds."""
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return Spread(round(cuts[49] * 1000, 1), round(cuts[94] * 1000, 1))


def rate(here: Installation, clients: int, reports: int) -> Rate:
    """Let `clients` residents tell `reports` reports, one after the other each."""

    def several(client: int) -> list[Acknowledged]:
        told = []
        for number in range(reports // clients):
            resident = Resident("127.0.0.1", here.port)
            told.append(resident.tell(text=f"Lamp {number} is stuk.", area=client + number))
            resident.close()
        return told

    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        told = [one for many in pool.map(several, range(clients)) for one in many]
    seconds = time.perf_counter() - started
    return Rate(
        clients,
        len(told),
        round(len(told) / seconds, 1),
        round(len(told) * 6 / seconds, 1),
        spread([one.sending for one in told]),
        spread([one.seconds for one in told]),
    )


def pages(here: Installation) -> dict[str, Spread]:
    """Visit the pages people see most, as a resident and as an adviser."""
    area = DISTRICTS[0].neighbourhoods[0].name.lower().replace(" ", "-")
    resident, adviser = Resident("127.0.0.1", here.port), Resident("127.0.0.1", here.port)
    adviser.sign_in(ADVISER, PASSWORD)
    visits: dict[str, Callable[[], str]] = {
        "home": lambda: resident.get("/"),
        "neighbourhood page": lambda: resident.get(f"/mijn-buurt/{MUNICIPALITY_SLUG}/{area}/"),
        "inbox": lambda: adviser.get("/werk/meldingen/"),
        "inbox, searching": lambda: adviser.get("/werk/meldingen/?q=lamp"),
        "today": lambda: adviser.get("/werk/"),
    }
    found = {}
    for name, visit in visits.items():
        visit()  # the first fills connections and templates
        durations = []
        for _ in range(PAGE_VISITS):
            started = time.perf_counter()
            visit()
            durations.append(time.perf_counter() - started)
        found[name] = spread(durations)
    resident.close()
    adviser.close()
    return found


def measure(url: str, *, reports: int, signals: int) -> Result:
    """Measure one database."""
    with installation(url) as here:
        here.start()
        rate(here, 1, 10)
        rates = tuple(rate(here, clients, reports) for clients in CLIENTS)
        here.run(sys.executable, "-m", "benchmarks.fill", "--count", str(signals))
        here.stop()
        here.start()
        found = pages(here)
        return Result(here.kind, rates, signals, found, here.memory_mb())


def machine() -> list[str]:
    """Return what this was measured on."""
    information = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    models = {row.split(":")[1].strip() for row in information.splitlines() if "model name" in row}
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    finished = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    return [
        (
            f"{' / '.join(sorted(models))}, {os.cpu_count()} cores, {memory:.0f} GB, "
            f"load {os.getloadavg()[0]:.1f} at the start"
        ),
        (
            f"{platform.system()} {platform.release()}, Python {platform.python_version()}, "
            f"version {finished.stdout.strip() or '?'}"
        ),
    ]


def show(result: Result) -> None:
    """Print what was measured on one database."""
    print(f"\n{result.database}")
    for one in result.rates:
        print(
            f"  {one.clients} client{'s' if one.clients > 1 else ' '}  {one.a_second:6.1f} "
            f"reports/s ({one.requests_a_second:.0f} requests/s)   sending p50 "
            f"{one.sending.p50:.0f} ms, p95 {one.sending.p95:.0f} ms   all six pages p50 "
            f"{one.whole_walk.p50:.0f} ms, p95 {one.whole_walk.p95:.0f} ms"
        )
    for name, one in result.pages.items():
        print(f"  {name:<20} p50 {one.p50:6.0f} ms   p95 {one.p95:6.0f} ms   "
              f"({result.signals:,} reports)")  # fmt: skip
    for name, size in sorted(result.memory_mb.items()):
        print(f"  memory {name:<18} {size:6.0f} MB")


def main() -> int:
    """Measure on SQLite and, where it is installed, on PostgreSQL."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--signals", type=int, default=50_000)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    asked = parser.parse_args()
    print(*machine(), sep="\n")
    results = []
    if asked.only != "postgresql":
        results.append(measure("", reports=asked.reports, signals=asked.signals))
        show(results[-1])
    if asked.only != "sqlite":
        with postgresql() as url:
            if url is None:
                print("\nLEFT OUT: no PostgreSQL on this machine.")
            else:
                results.append(measure(url, reports=asked.reports, signals=asked.signals))
                show(results[-1])
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / "speed.json"
    content = {"machine": machine(), "results": [asdict(one) for one in results]}
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    print(f"\nAs JSON: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
