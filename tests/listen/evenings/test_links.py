# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links for whoever helps: made by an adviser, kept as a hash, withdrawn, ended."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.conftest import arranging
from tests.factories.evening_rooms import BEGINS, DURING, make_evening, make_link_row
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.privacy.registry import run_after_restore
from voelspriet.listen.evenings.actions.links import make_link, withdraw_link
from voelspriet.listen.evenings.choices import EveningRole, EveningState
from voelspriet.listen.evenings.models import EveningLink
from voelspriet.listen.evenings.queries.links import helper_of, links_of
from voelspriet.listen.evenings.queries.standing import (
    led_evening,
    noted_evening,
    standing,
    steered_evening,
)

pytestmark = pytest.mark.django_db
SCREEN, NOTES, LEADS = EveningRole.SCREEN, EveningRole.NOTE_TAKER, EveningRole.CO_FACILITATOR


def make(evening, adviser, role=NOTES, **more):
    return make_link(reference=evening.reference, role=role, by=adviser, at=DURING, **more)


def test_a_link_opens_its_part_of_its_evening(evening, adviser):
    helper = helper_of(key=make(evening, adviser), at=DURING)

    assert helper.evening_reference == evening.reference
    assert helper.evening_role == NOTES
    assert helper.roles == frozenset()
    assert helper.area_ids == frozenset()
    assert not helper.is_staff


def test_the_key_is_nowhere_in_the_database(evening, adviser):
    key = make(evening, adviser, label="tablet bij tafel 2")

    assert key not in str(list(EveningLink.objects.values()))
    assert key not in str(list(AuditLine.objects.values()))
    assert "tablet" not in str(list(AuditLine.objects.values()))


def test_a_withdrawn_link_opens_nothing_at_the_next_request(evening, adviser):
    key = make(evening, adviser)
    row = links_of(reference=evening.reference, by=adviser, at=DURING)[0]
    withdraw_link(reference=evening.reference, link_id=row.id, by=adviser, at=DURING)

    assert helper_of(key=key, at=DURING) is None
    assert links_of(reference=evening.reference, by=adviser, at=DURING)[0].works is False
    # once more changes nothing
    later = DURING + timedelta(hours=1)
    withdraw_link(reference=evening.reference, link_id=row.id, by=adviser, at=later)
    assert EveningLink.objects.get().withdrawn_at == DURING


def test_links_end_two_days_after_the_evening(area):
    evening = make_evening(area, state=EveningState.CLOSED)
    _row, key = make_link_row(evening)
    closed = BEGINS + timedelta(hours=2)

    assert helper_of(key=key, at=closed + timedelta(hours=47)) is not None
    assert helper_of(key=key, at=closed + timedelta(days=2)) is None


@pytest.mark.parametrize("key", ["", "x", "B" * 32, "B" * 4000, "é" * 32])
def test_a_guess_opens_nothing(evening, key):
    make_link_row(evening)
    assert helper_of(key=key, at=DURING) is None


def test_a_link_of_one_town_opens_nothing_in_another(evening, town):
    _row, key = make_link_row(evening)
    assert helper_of(key=key, at=DURING, municipality_id=town.municipality.pk)
    assert helper_of(key=key, at=DURING, municipality_id=town.municipality.pk + 1) is None


def test_nobody_but_the_advisers_hands_out_links(evening, adviser, helper, town):
    other = make_evening(town.neighbourhoods[1])
    for by, of in ((helper(LEADS), evening), (helper(NOTES), evening), (adviser, other)):
        with pytest.raises(OutOfScope):
            make(of, by)
        with pytest.raises(OutOfScope):
            links_of(reference=of.reference, by=by, at=DURING)


def test_a_link_of_another_evening_is_not_there(evening, adviser, area):
    row, _key = make_link_row(make_evening(area))
    with pytest.raises(OutOfScope):
        withdraw_link(reference=evening.reference, link_id=row.pk, by=adviser, at=DURING)


def test_what_is_refused(evening, adviser, area):
    with pytest.raises(Refused, match="te lang"):
        make(evening, adviser, label="x" * 61)
    closed = make_evening(area, state=EveningState.CLOSED)
    with pytest.raises(Refused, match="voorbij"):
        make(closed, adviser)
    for _number in range(30):
        make_link_row(evening)
    with pytest.raises(Refused, match="30"):
        make(evening, adviser)


@pytest.mark.parametrize(
    ("role", "opens"),
    [
        (LEADS, (standing, steered_evening, noted_evening)),
        (NOTES, (standing, noted_evening)),
        (SCREEN, (standing,)),
    ],
)
def test_each_part_opens_what_it_is_for_and_no_more(evening, helper, area, role, opens):
    by = helper(role)
    for query in (standing, led_evening, steered_evening, noted_evening):
        if query in opens:
            assert query(reference=evening.reference, by=by).reference == evening.reference
        else:
            with pytest.raises(OutOfScope):
                query(reference=evening.reference, by=by)
        with pytest.raises(OutOfScope):
            query(reference=make_evening(area).reference, by=by)
        with pytest.raises(OutOfScope):
            query(reference="E-0000-WEG0", by=by)


def test_a_backup_brings_no_link_back(evening):
    make_link_row(evening)
    run_after_restore()
    assert not EveningLink.objects.filter(withdrawn_at=None).exists()


def test_a_key_is_kept_once(evening):
    row, _key = make_link_row(evening)
    from django.db import IntegrityError, transaction  # noqa: PLC0415  used here only

    with arranging(), pytest.raises(IntegrityError), transaction.atomic():
        EveningLink.objects.create(
            evening=evening, role=NOTES, key_hash=row.key_hash, made_at=DURING
        )
