# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping processes running, and stopping them in order."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from voelspriet.doors.commands.serving.supervisor import Child, FellTooOftenError, Supervisor

# writes its name when it starts and when it is asked to stop
PROGRAM = """
import signal, sys, time
name, path = sys.argv[1:]
def say(word):
    with open(path, "a") as file:
        file.write(f"{name} {word}\\n")
def stop(*_):
    say("stopped"); sys.exit(0)
signal.signal(signal.SIGTERM, stop)
say("started")
time.sleep(60)
"""


def _child(name, path, *, patience=10.0):
    return Child(name, [sys.executable, "-c", PROGRAM, name, str(path)], patience)


def _wait_for(path, lines, *, seconds=15.0):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if path.exists() and len(path.read_text().splitlines()) >= lines:
            return
        time.sleep(0.02)
    pytest.fail(f"waited in vain: {path.read_text() if path.exists() else 'nothing'}")


def test_stops_in_the_order_given(tmp_path):
    path = tmp_path / "log"
    supervisor = Supervisor([_child("web", path), _child("worker", path)])
    thread = threading.Thread(target=supervisor.run)
    thread.start()
    _wait_for(path, 2)
    supervisor.stop()
    thread.join(timeout=15)
    assert path.read_text().splitlines()[2:] == ["web stopped", "worker stopped"]


def test_starts_a_killed_process_again(tmp_path):
    path = tmp_path / "log"
    child = _child("web", path)
    supervisor = Supervisor([child])
    thread = threading.Thread(target=supervisor.run)
    thread.start()
    _wait_for(path, 1)
    first = child.process.pid
    child.process.kill()
    _wait_for(path, 2)
    supervisor.stop()
    thread.join(timeout=15)
    assert child.process.pid != first
    assert path.read_text().splitlines() == ["web started", "web started", "web stopped"]


def test_gives_up_on_a_process_that_keeps_falling_over():
    child = Child("web", [sys.executable, "-c", "raise SystemExit(3)"], 1.0)
    with pytest.raises(FellTooOftenError, match="web"):
        Supervisor([child]).run()


def test_ends_a_process_that_does_not_stop_in_time(tmp_path):
    program = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        "open({!r}, 'w').write('x'); time.sleep(60)"
    )
    path = tmp_path / "log"
    child = Child("web", [sys.executable, "-c", program.format(str(path))], 0.3)
    child.start()
    _wait_for(path, 1)
    child.stop()
    assert child.process.returncode == -9
