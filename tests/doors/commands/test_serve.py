# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starting and stopping a real installation, as an operator does."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from voelspriet.doors.commands.serve import KEPT_OPEN_SECONDS, web_command
from voelspriet.ground.privacy.keys import fresh_keyring, replace_keyring

pytestmark = [pytest.mark.slow, pytest.mark.own_sqlite]
COMMAND = (sys.executable, "-m", "voelspriet.doors.commands.main")


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VOELSPRIET_")}
    return kept | {"VOELSPRIET_HOME": str(home)}


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (*COMMAND, *arguments), env=_environment(home), capture_output=True, text=True, check=False,
        timeout=120,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """Return the home of an installation that was set up."""
    where = tmp_path_factory.mktemp("home")
    finished = _run(where, "setup")
    assert finished.returncode == 0, finished.stderr
    assert "Keep a copy" in finished.stdout
    return where


@contextlib.contextmanager
def _serving(home: Path):
    port = _free_port()
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(
            (*COMMAND, "serve", "--port", str(port)), env=_environment(home), stdout=log, stderr=log
        )
        try:
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                with (
                    contextlib.suppress(OSError),
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/gezondheid/") as answer,
                ):
                    if json.load(answer)["status"]:
                        break
                time.sleep(0.1)
            yield process, port
        finally:
            process.terminate()
            process.wait(timeout=90)


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in text.split()]


def test_setup_again_harms_nothing_and_keeps_the_keys(home):
    before = (home / "keys.json").read_bytes()
    finished = _run(home, "setup")
    assert finished.returncode == 0
    assert (home / "keys.json").read_bytes() == before
    assert "Keep a copy" not in finished.stdout


def test_serve_starts_web_and_worker_and_stops_cleanly(home):
    with _serving(home) as (process, _port):
        children = _children(process.pid)
        assert len(children) == 2
    assert process.returncode == 0
    assert not any(Path(f"/proc/{child}").exists() for child in children)
    log = (home / "log").read_text(encoding="utf-8")
    assert "The worker stopped." in log
    assert "127.0.0.1:" not in log.replace("http://127.0.0.1:", "")  # no address of a visitor


def test_serve_starts_a_killed_worker_again(home):
    with _serving(home) as (process, _port):
        worker = next(
            child
            for child in _children(process.pid)
            if b"worker" in Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
        )
        os.kill(worker, signal.SIGKILL)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and (
            worker in (now := _children(process.pid)) or len(now) < 2
        ):
            time.sleep(0.1)
        assert worker not in _children(process.pid)
        assert len(_children(process.pid)) == 2


def test_serve_refuses_a_port_in_use_in_one_clear_line(home):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        finished = _run(home, "serve", "--port", str(port))
    assert finished.returncode == 1
    assert finished.stderr.startswith("Error: Cannot listen on 127.0.0.1:")
    assert "Traceback" not in finished.stderr


def test_serve_and_worker_refuse_the_key_file_of_another_installation(home):
    right = (home / "keys.json").read_bytes()
    replace_keyring(home, fresh_keyring())
    try:
        for command in ("serve", "worker", "setup"):
            finished = _run(home, command)
            assert finished.returncode == 1, command
            assert finished.stderr.startswith("Error: "), command
            assert "key file" in finished.stderr
    finally:
        (home / "keys.json").write_bytes(right)


def test_serve_refuses_without_keys_and_without_a_database(tmp_path):
    assert "voelspriet setup" in _run(tmp_path, "serve").stderr
    replace_keyring(tmp_path, fresh_keyring())
    finished = _run(tmp_path, "serve")
    assert finished.returncode == 1
    assert "The database is not up to date" in finished.stderr


def test_demo_refuses_a_home_that_serves_a_real_municipality(home):
    import sqlite3  # noqa: PLC0415  a fixture of another's installation

    with sqlite3.connect(home / "voelspriet.sqlite3") as database:
        columns = {
            row[1]: row[2] for row in database.execute("PRAGMA table_info(areas_municipality)")
        }
        values = {name: "x" if "char" in kind else 1 for name, kind in columns.items()}
        values |= {"area_code": "GM0001", "slug": "echt"}
        marks = ", ".join("?" * len(values))
        database.execute(
            f"INSERT INTO areas_municipality ({', '.join(values)}) VALUES ({marks})",  # noqa: S608
            list(values.values()),
        )
    finished = _run(home, "demo", "--no-serve")
    assert finished.returncode == 1
    assert "real municipality" in finished.stderr


def test_the_server_keeps_a_connection_longer_than_a_web_server_before_it_may():

    assert f"--http1-header-read-timeout={KEPT_OPEN_SECONDS}000" in web_command(
        host="127.0.0.1", port=1, processes=1, threads=1
    )
    assert KEPT_OPEN_SECONDS > 30  # what docs/how-to/install-production.md asks of that web server
