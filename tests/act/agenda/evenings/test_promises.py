# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a room confirmed becomes an agreement of the ledger, in one transaction."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.evening_rooms import DURING, make_evening, make_link_row
from tests.factories.meetings import make_meeting
from tests.factories.people import actor_of, make_duo
from voelspriet.act.agenda.actions.evening_promises import keep_promise
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.queries import agreement_detail, loads_at_evening
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.actions.promises import (
    confirm_promise,
    show_promise,
    write_promise,
)
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.models import EveningPromise
from voelspriet.listen.evenings.queries.links import helper_of

pytestmark = pytest.mark.django_db
SOON = dutch_day(DURING) + timedelta(days=14)


@pytest.fixture
def evening(area):
    return make_evening(area)


def shown(evening, adviser, organisation=None):
    number = write_promise(
        reference=evening.reference, what="De lampen worden gemaakt", due_on=SOON, by=adviser,
        at=DURING, organisation_id=organisation.pk if organisation else None,
        owner="" if organisation else "De bewoners",
    )  # fmt: skip
    show_promise(reference=evening.reference, promise_id=number, by=adviser, at=DURING)
    return number


def keep(evening, number, by):
    return keep_promise(reference=evening.reference, promise_id=number, by=by, at=DURING)


def test_confirming_makes_an_agreement_for_everybody_to_see(evening, adviser, organisation):
    made = keep(evening, shown(evening, adviser, organisation), adviser)
    agreement = Agreement.objects.get()
    row = EveningPromise.objects.get()
    assert (agreement.reference, row.agreement_reference) == (made, made)
    assert row.confirmed_at == DURING
    assert (agreement.area_id, agreement.due_on, agreement.visibility) == (
        evening.area_id, SOON, "public",
    )  # fmt: skip
    detail = agreement_detail(reference=made, by=adviser, on=dutch_day(DURING))
    assert "bewonersavond" in detail.made_to
    with pytest.raises(Refused, match="al in de afspraken"):
        keep(evening, row.pk, adviser)
    assert Agreement.objects.count() == 1


def test_at_the_meeting_the_evening_belongs_to(area, adviser, organisation):
    meeting = make_meeting(area)
    evening = make_evening(area, meeting_reference=meeting.reference)
    made = keep(evening, shown(evening, adviser, organisation), adviser)
    assert [one.reference for one in meeting.agreements.all()] == [made]


def test_a_cancelled_meeting_is_no_reason_to_lose_a_promise(area, adviser, organisation):
    meeting = make_meeting(area, state="cancelled")
    evening = make_evening(area, meeting_reference=meeting.reference)
    assert keep(evening, shown(evening, adviser, organisation), adviser)
    assert not meeting.agreements.exists()


def test_who_is_no_organisation_stays_at_the_evening(evening, adviser):
    assert keep(evening, shown(evening, adviser), adviser) == ""
    assert EveningPromise.objects.get().confirmed_at == DURING
    assert not Agreement.objects.exists()


def test_a_helper_confirms_and_a_colleague_puts_it_in_the_ledger(evening, adviser, organisation):
    leads = helper_of(key=make_link_row(evening, EveningRole.CO_FACILITATOR)[1], at=DURING)
    number = shown(evening, adviser, organisation)
    confirm_promise(reference=evening.reference, promise_id=number, by=leads, at=DURING)
    with pytest.raises(OutOfScope):
        keep(evening, number, leads)
    assert not Agreement.objects.exists()
    assert keep(evening, number, adviser)


def test_all_of_it_or_nothing(evening, adviser, organisation):
    number = shown(evening, adviser, organisation)
    with pytest.raises(Refused):
        keep_promise(
            reference=evening.reference, promise_id=number, by=adviser,
            at=DURING + timedelta(days=20),
        )  # fmt: skip
    assert EveningPromise.objects.get().confirmed_at is None
    assert not Agreement.objects.exists()


def test_nobody_else(evening, adviser, organisation, town):
    number = shown(evening, adviser, organisation)
    other = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    with pytest.raises(OutOfScope):
        keep(evening, number, other)
    with pytest.raises(OutOfScope):
        keep(evening, number + 99, adviser)


def test_what_a_party_owes_is_seen_before_it_promises(evening, adviser, organisation):
    keep(evening, shown(evening, adviser, organisation), adviser)
    notes = helper_of(key=make_link_row(evening, EveningRole.NOTE_TAKER)[1], at=DURING)
    screen = helper_of(key=make_link_row(evening, EveningRole.SCREEN)[1], at=DURING)
    days, on = (SOON, SOON + timedelta(days=30)), dutch_day(DURING)
    (row,) = loads_at_evening(reference=evening.reference, by=notes, days=days, on=on)
    assert row.weeks == (1, 0)
    with pytest.raises(OutOfScope):
        loads_at_evening(reference=evening.reference, by=screen, days=days, on=on)
