# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A served site: the real commands, in a home of its own, on a free port of this machine."""

from __future__ import annotations

import http.client
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

STARTED_WITHIN = 90
OK = 200


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def scratch_database() -> Iterator[str]:
    """A database of its own on the PostgreSQL of this run; "" (SQLite in the home) without one."""
    url = os.environ.get("VOELSPRIET_DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield ""
        return
    parts = urlsplit(url)
    name = f"vs_story_{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True, dbname="postgres") as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield urlunsplit(parts._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(url, autocommit=True, dbname="postgres") as connection:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(drop)


class Site:
    """`voelspriet` in a home of its own."""

    def __init__(self, home: Path, database_url: str = "", **environment: str) -> None:
        self.home = home
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = home / "serve.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = {
            **os.environ,
            "VOELSPRIET_HOME": str(home),
            "VOELSPRIET_PUBLIC_URL": self.address,
            "DJANGO_SETTINGS_MODULE": "voelspriet.config.settings",
            **environment,
        }
        # that is for the process with the browser, never for a served site
        self.environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
        if database_url:
            self.environment["VOELSPRIET_DATABASE_URL"] = database_url
        else:
            self.environment.pop("VOELSPRIET_DATABASE_URL", None)

    def command(self, *arguments: str, check: bool = True) -> str:
        """Run `voelspriet` with these arguments and return what it printed."""
        finished = subprocess.run(
            [sys.executable, "-m", "voelspriet.doors.commands.main", *arguments],
            env=self.environment, capture_output=True, text=True, check=False, timeout=240,
        )  # fmt: skip
        if check and finished.returncode:
            raise AssertionError(finished.stdout + finished.stderr)
        return finished.stdout + finished.stderr

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "voelspriet.doors.commands.main", "serve",
                 "--host", "127.0.0.1", "--port", str(self.port)],
                env=self.environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        deadline = time.monotonic() + STARTED_WITHIN
        while time.monotonic() < deadline:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
                connection.request("GET", "/")
                if connection.getresponse().status == OK:
                    return
            except (OSError, http.client.HTTPException):
                time.sleep(0.2)
        raise AssertionError("the site did not start:\n" + self.log.read_text()[-3000:])

    def stop(self, how: int = signal.SIGTERM) -> None:
        """Stop cleanly; SIGKILL takes the whole group at once."""
        if self.process is None:
            return
        if how == signal.SIGKILL:
            os.killpg(self.process.pid, how)
        else:
            self.process.send_signal(how)
        self.process.wait(timeout=30)
        self.process = None


def rows(site: Site, query: str) -> list[tuple]:
    """Read the database of a site on SQLite."""
    with sqlite3.connect(site.home / "voelspriet.sqlite3") as database:
        return database.execute(query).fetchall()
