# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 at any moment loses no mail and sends none twice; what cannot be known is uncertain."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import uuid
from collections import Counter
from email import message_from_bytes
from pathlib import Path

import psycopg
import pytest

from tests.neighbours.smtp_server import Mode, smtp_server
from tests.thorough import THOROUGH

ROOT = Path(__file__).resolve().parents[3]
MAILS, SEED = 60, 20260908
KILLS = 8 if THOROUGH else 4


@pytest.fixture(params=[pytest.param("sqlite", marks=pytest.mark.own_sqlite), "postgres"])
def database_url(request):
    """A fresh database: a file, and one on the PostgreSQL server when there is one."""
    if request.param == "sqlite":
        yield ""
        return
    server = os.environ.get("VOELSPRIET_DATABASE_URL", "")
    if not server.startswith("postgres"):
        pytest.skip("no PostgreSQL here (VOELSPRIET_DATABASE_URL)")
    base = server.rsplit("/", 1)[0]
    name = f"vs_kills_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(f"{base}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield f"{base}/{name}"
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.slow
def test_killed_workers_lose_no_mail_and_send_none_twice(database_url):
    with smtp_server(Mode.SLOW) as server:
        server.patience = 0.003
        environment = os.environ | {"VOELSPRIET_EMAIL_URL": f"smtp://127.0.0.1:{server.port}"}
        environment.pop("VOELSPRIET_DATABASE_URL", None)
        if database_url:
            environment["VOELSPRIET_DATABASE_URL"] = database_url
        words = [str(MAILS), str(KILLS), str(SEED)]
        finished = subprocess.run(
            [sys.executable, "-m", "tests.doors.jobs.outbox_storm", *words],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert finished.returncode == 0, finished.stderr[-3000:]
        arrived = Counter(str(message_from_bytes(mail.data)["Message-ID"]) for mail in server.mails)
    states = json.loads(finished.stdout.splitlines()[-1])
    assert len(states) == MAILS
    assert {one for one, count in arrived.items() if count > 1} == set()
    assert set(states.values()) <= {"sent", "uncertain"}
    assert {one for one, state in states.items() if state == "sent"} <= set(arrived)
    # at most one mail in the hands of each worker that was killed
    assert sum(state == "uncertain" for state in states.values()) <= 2 * KILLS
