# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 while reminding, escalating and leaving: nothing is lost and nothing is done twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.doors.jobs.test_outbox_kills import ROOT, database_url
from tests.thorough import THOROUGH

__all__ = ["database_url"]  # a fixture: a file, and PostgreSQL where there is one
KILLS, SEED = 12 if THOROUGH else 6, 20260922
ORGANISATIONS, EACH, LEAVERS = 12, 4, 6


@pytest.mark.slow
def test_killed_sweeps_lose_no_promise_and_keep_none_twice(database_url):
    environment = dict(os.environ)
    environment.pop("VOELSPRIET_DATABASE_URL", None)
    if database_url:
        environment["VOELSPRIET_DATABASE_URL"] = database_url
    finished = subprocess.run(
        [sys.executable, "-m", "tests.doors.jobs.promises_storm", str(KILLS), str(SEED)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr[-3000:]
    assert json.loads(finished.stdout.splitlines()[-1]) == {
        "mails": ORGANISATIONS,
        "deliveries": ORGANISATIONS,
        "reminders": ORGANISATIONS * EACH,
        "reminded": ORGANISATIONS * EACH,
        "left": LEAVERS,
        "left_lines": LEAVERS,
        "still_active": 0,
        "followed_by_who_left": 0,
        "ownerless": 0,
        "agreements_up": LEAVERS,
        "initiatives_up": LEAVERS,
    }
