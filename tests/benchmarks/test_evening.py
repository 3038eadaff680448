# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small hall through a restart: every answer stands in the database exactly once."""

from __future__ import annotations

import json

import pytest
from benchmarks.evening import Measured, exactly_once, program
from benchmarks.installation import installation
from benchmarks.phone import Phone

from tests.e2e.site import scratch_database
from tests.thorough import thorough_only

# the stories hold that a voice counts once; this one restarts a server twice, which takes minutes
pytestmark = [pytest.mark.slow, thorough_only]


def test_answers_are_counted_once_through_two_restarts():
    with scratch_database() as url, installation(url) as here:
        here.start()
        reference, code, items = json.loads(program(here, "open"))
        phones = [Phone(here.port) for _number in range(12)]
        for phone in phones:
            phone.prepare()
            phone.join(code)
        found = Measured(here.kind, len(phones))
        exactly_once(here, phones, reference, items[:3], found)
    assert (found.restarts, found.expected, found.counted) == (2, 36, 36)
    assert found.same
