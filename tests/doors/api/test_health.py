# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the installation is well, without a word about anybody, and where to report a leak."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import make_duo
from tests.factories.signals import make_contact, make_signal
from voelspriet.ground.privacy.actions import ensure_key_check
from voelspriet.ground.privacy.models import KeyCheck
from voelspriet.ground.queue.models import WorkerBeat

pytestmark = pytest.mark.django_db


def beat(ago=timedelta(seconds=1)):
    at = timezone.now() - ago
    with arranging():
        WorkerBeat.objects.create(name="worker-1", worker_key="k", started_at=at, beat_at=at)


def health():
    return Client().get("/gezondheid/")


def test_all_is_well_with_a_key_a_worker_and_a_short_queue():
    ensure_key_check(at=timezone.now())
    beat()
    answer = health()
    assert answer.status_code == 200
    body = answer.json()
    assert body["status"] == "ok"
    assert set(body["checks"]) == {"database", "keys", "worker", "queue"}
    assert body["checks"]["worker"] == {"ok": True, "alive": 1}
    assert "no-store" in answer["Cache-Control"]


def test_a_silent_worker_is_not_well():
    ensure_key_check(at=timezone.now())
    beat(timedelta(hours=1))
    answer = health()
    assert answer.status_code == 503
    assert answer.json()["status"] == "unwell"
    assert answer.json()["checks"]["worker"] == {"ok": False, "alive": 0}


def test_a_key_that_does_not_fit_is_not_well():
    ensure_key_check(at=timezone.now())
    beat()
    with arranging(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {KeyCheck._meta.db_table} SET token = 'x'")  # noqa: S608  our name
    answer = health()
    assert answer.status_code == 503
    assert answer.json()["checks"]["keys"] == {"ok": False}


def test_a_database_that_does_not_answer_is_not_well():
    def fail(*_arguments, **_more):
        raise OperationalError("gone")

    with connection.execute_wrapper(fail):
        answer = health()
    assert answer.status_code == 503
    assert answer.json()["checks"] == {"database": {"ok": False}}


def test_it_says_nothing_about_anybody():
    town = make_town()
    make_duo(town.municipality, town.neighbourhoods[0])
    make_contact(make_signal(area=town.neighbourhoods[0], text="Een wit busje"))
    beat()
    text = health().content.decode()
    for private in ("Noor", "busje", "sanne", "Waterrijk", "worker-1", "@"):
        assert private not in text


def test_security_txt_says_where_and_until_when():
    answer = Client().get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert {"Contact", "Expires"} <= set(fields)
    assert fields["Canonical"].endswith("/.well-known/security.txt")
    until = datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert timedelta(days=30) < until < timedelta(days=366)
