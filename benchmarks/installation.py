# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A throw-away installation of its own: home, database, server, worker."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VOELSPRIET = (sys.executable, "-m", "voelspriet.doors.commands.main")
READY_WITHIN_SECONDS = 60
STOP_WITHIN_SECONDS = 90


def free_port() -> int:
    """Return a port of the loopback address that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Installation:
    """One installation in `home` on the database `url`; `mail` is a port to send mail to."""

    home: Path
    url: str
    port: int = field(default_factory=free_port)
    mail: int | None = None
    process: subprocess.Popen[bytes] | None = None

    @property
    def kind(self) -> str:
        """Return the name of the database."""
        return "PostgreSQL" if self.url.startswith("postgres") else "SQLite"

    @property
    def base(self) -> str:
        """Return the address of its pages."""
        return f"http://127.0.0.1:{self.port}"

    def environment(self) -> dict[str, str]:
        """Return the environment its commands run in."""
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith("VOELSPRIET_")
        }
        environment |= {
            "VOELSPRIET_HOME": str(self.home),
            "VOELSPRIET_DATABASE_URL": self.url,
            "VOELSPRIET_PUBLIC_URL": self.base,
            "VOELSPRIET_LOG_LEVEL": "WARNING",
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src"))),
        }
        if self.mail is not None:
            environment["VOELSPRIET_EMAIL_URL"] = f"smtp://127.0.0.1:{self.mail}"
        return environment

    def run(self, *command: str) -> str:
        """Run a command of this installation to its end and return what it printed."""
        finished = subprocess.run(
            command, env=self.environment(), cwd=ROOT, capture_output=True, text=True, check=False
        )
        if finished.returncode:
            message = f"{' '.join(command)} failed:\n{finished.stdout}{finished.stderr}"
            raise RuntimeError(message)
        return finished.stdout

    def build(self) -> None:
        """Make the keys, the database and the fictional municipality, without reports."""
        self.run(*VOELSPRIET, "demo", "--stage", "empty", "--no-serve", f"--port={self.port}")

    def start(self) -> None:
        """Start server and worker in a process group of their own and wait for the first page."""
        log = (self.home / "serve.log").open("ab")
        self.process = subprocess.Popen(
            (*VOELSPRIET, "serve", f"--port={self.port}"),
            env=self.environment(),
            cwd=ROOT,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        deadline = time.monotonic() + READY_WITHIN_SECONDS
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), urllib.request.urlopen(self.base, timeout=5):  # noqa: S310  ours
                return
            time.sleep(0.05)
        message = f"{self.base} did not answer; see {self.home / 'serve.log'}."
        raise RuntimeError(message)

    def processes(self) -> dict[int, str]:
        """Return the command line of the supervisor and everything below it, by process id."""
        found: dict[int, str] = {}
        frontier = [self.process.pid] if self.process else []
        while frontier:
            pid = frontier.pop()
            with contextlib.suppress(OSError):
                line = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
                found[pid] = line
                children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
                frontier += [int(child) for child in children.split()]
        return found

    def kill(self) -> None:
        """Kill server, worker and supervisor at once (SIGKILL), as a power cut would."""
        for pid in sorted(self.processes()):  # the supervisor first: it must not start them again
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self.process is not None:
            self.process.wait()

    def stop(self) -> None:
        """Stop server and worker in order."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def processor_seconds(self) -> float:
        """Return how long its processes computed so far, whatever else the machine does."""
        ticks = 0
        for pid in self.processes():
            with contextlib.suppress(OSError):
                spent = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
                ticks += sum(int(one) for one in spent.split()[11:13])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> dict[str, float]:
        """Return the memory of each process in megabytes (proportional set size), by what it is."""
        sizes: dict[str, float] = {}
        for pid, line in self.processes().items():
            with contextlib.suppress(OSError):
                rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
                size = next(row for row in rollup.splitlines() if row.startswith("Pss:"))
                sizes[f"{_what(line)} {pid}"] = int(size.split()[1]) / 1024
        return sizes


def _what(line: str) -> str:
    for word in ("granian", "worker", "serve"):
        if word in line.split() or f"-m {word}" in line or f"commands.main {word}" in line:
            return {"granian": "web", "serve": "supervisor"}.get(word, word)
    return "web" if "multiprocessing" in line else "other"


@contextlib.contextmanager
def installation(url: str, *, mail: int | None = None) -> Iterator[Installation]:
    """Give an installation of its own on `url` (empty: SQLite), gone at the end."""
    home = Path(tempfile.mkdtemp(prefix="voelspriet-bench-"))
    here = Installation(home, url or f"sqlite:///{home / 'voelspriet.sqlite3'}", mail=mail)
    try:
        here.build()
        yield here
    finally:
        here.stop()
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def postgresql() -> Iterator[str | None]:
    """Give the address of a PostgreSQL server started for this; None where there is none.

    It runs on the loopback address with fsync on, as the user postgres when this is root.
    """
    binaries = _binaries()
    if binaries is None:
        yield None
        return
    home = Path(tempfile.mkdtemp(prefix="voelspriet-bench-pg-"))
    as_user: tuple[str, ...] = ()
    if os.geteuid() == 0:
        as_user = ("runuser", "-u", "postgres", "--")
        shutil.chown(home, pwd.getpwnam("postgres").pw_uid)
    data, port = home / "data", free_port()
    control = (*as_user, str(binaries / "pg_ctl"), "-D", str(data))
    make = (
        str(binaries / "initdb"),
        "-D",
        str(data),
        "-U",
        "bench",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={home}"
    try:
        subprocess.run((*as_user, *make), cwd=home, check=True, stdout=subprocess.DEVNULL)
        start = (*control, "-w", "-l", str(home / "log"), "-o", options, "start")
        subprocess.run(start, cwd=home, check=True, stdout=subprocess.DEVNULL)
        yield f"postgres://bench@127.0.0.1:{port}/postgres"
    finally:
        stop = (*control, "-m", "immediate", "stop")
        subprocess.run(stop, cwd=home, check=False, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def _binaries() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in (*folders, Path("/usr/local/bin"), Path("/usr/bin")):
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    return None
