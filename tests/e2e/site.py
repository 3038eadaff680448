# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A served site: the real commands, in a home of its own, on a free port of this machine."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

STARTED_WITHIN = 90


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


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
                connection.request("GET", "/gezondheid/")
                if json.loads(connection.getresponse().read()):
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
