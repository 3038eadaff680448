# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses about promises, counts, questions and addresses."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.evening_rooms import DURING
from tests.factories.people import make_organisation
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.models import (
    AskedCount,
    EveningPromise,
    PresenceCount,
    ReportAddress,
)

pytestmark = pytest.mark.django_db


def breaks(name, make):
    with arranging(), pytest.raises(IntegrityError) as error, transaction.atomic():
        make()
    return name in str(error.value) or "UNIQUE" in str(error.value)


def promise(evening, **more):
    values = {"what": "Licht", "owner": "Beheer", "due_on": dutch_day(DURING), "made_at": DURING}
    return EveningPromise.objects.create(evening=evening, **values | more)


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("evening_promise_shown_before_confirmed", {"confirmed_at": DURING}),
        ("evening_promise_confirmed_before_ledger", {"agreement_reference": "A-1", "party": True}),
        ("evening_promise_says_who_and_what", {"what": ""}),
        ("evening_promise_says_who_and_what", {"owner": ""}),
        (
            "evening_promise_in_ledger_has_organisation",
            {"shown_at": DURING, "confirmed_at": DURING, "agreement_reference": "A-1"},
        ),
    ],
)
def test_promises(evening, town, name, more):
    values = dict(more)
    if values.pop("party", False):
        values["organisation"] = make_organisation(town.municipality)
    assert breaks(name, lambda: promise(evening, **values))


def test_presence(evening):
    def add(count=1):
        PresenceCount.objects.create(evening=evening, aspect="age", category="65", count=count)

    assert breaks("presence_count_of_one_room", lambda: add(2001))
    with arranging():
        add()
    assert breaks("presence_count_once", add)


def test_asked(evening):
    def add(count=1):
        AskedCount.objects.create(evening=evening, phone_hash="a" * 64, count=count)

    assert breaks("asked_count_has_a_limit", lambda: add(11))
    with arranging():
        add()
    assert breaks("asked_count_once", add)


def test_addresses(evening):
    def add():
        ReportAddress.objects.create(
            evening=evening, address="a@voorbeeld.nl", address_hash="a" * 64, language="nl"
        )

    with arranging():
        add()
    assert breaks("report_address_once_per_evening", add)
