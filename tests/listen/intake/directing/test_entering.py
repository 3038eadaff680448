# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague enters what they heard: same receipt, clocks and duo."""

from __future__ import annotations

import pytest

from tests.factories.signals import NOON, staff_actor
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake import actions, queries
from voelspriet.listen.intake.actions import Entry
from voelspriet.listen.intake.choices import AnswerWish, Channel, Openness, PlaceTier
from voelspriet.listen.intake.models import ReporterContact, Signal
from voelspriet.listen.intake.queries.codes import signal_id_of
from voelspriet.listen.intake.told import ContactTold, PlaceTold


def _entry(**more):
    values = {"submission": "een-lang-willekeurig-woord", "text": "Lamp stuk", "channel": "phone"}
    values = {**values, **more}
    return Entry(**{**values, "channel": Channel(values["channel"])})


def test_what_was_heard_gets_a_receipt_a_clock_and_the_duo_of_the_place(scene):
    place = PlaceTold(tier=PlaceTier.AREA, area_id=scene.here.pk)
    receipt = actions.enter_signal(entry=_entry(place=place), by=scene.neighbour, at=NOON)
    signal = Signal.objects.get(reference=receipt.reference)
    assert signal_id_of(code=receipt.code) == signal.pk
    assert signal.responsible_area == scene.here
    assert signal.channel == Channel.PHONE
    assert signal.entered_by_id == scene.neighbour.user_id
    assert signal.answers_owed == 1
    assert signal.due_on == signal.first_answer_due_on
    shown = queries.signal_rows(
        references=(receipt.reference,), by=scene.neighbour, on=signal.due_on
    )
    assert shown == ()  # who enters it for another area does not read it afterwards


def test_the_same_form_twice_is_one_signal_and_one_code(scene):
    first = actions.enter_signal(entry=_entry(), by=scene.adviser, at=NOON)
    second = actions.enter_signal(entry=_entry(), by=scene.adviser, at=NOON)
    assert (first.reference, first.code) == (second.reference, second.code)
    assert Signal.objects.count() == 1


def test_who_wants_a_call_leaves_a_number_and_is_not_anonymous(scene):
    entry = _entry(
        answer_wish=AnswerWish.CALL,
        openness=Openness.CONFIDENTIAL,
        contact=ContactTold(name="Sanne", phone="0612345678"),
    )
    actions.enter_signal(entry=entry, by=scene.adviser, at=NOON)
    assert ReporterContact.objects.get().phone == "0612345678"


@pytest.mark.parametrize("channel", ["web", "bundle", "professional"])
def test_a_channel_nobody_hears_by_is_refused(scene, channel):
    with pytest.raises(Refused) as refused:
        actions.enter_signal(entry=_entry(channel=channel), by=scene.adviser, at=NOON)
    assert refused.value.field == "channel"


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_other_roles_enter_nothing(scene, role):
    by = staff_actor(scene.town.municipality, role)
    with pytest.raises(OutOfScope):
        actions.enter_signal(entry=_entry(), by=by, at=NOON)
    with pytest.raises(OutOfScope):
        actions.enter_signal(entry=_entry(), by=resident(scene.town.municipality.pk), at=NOON)
    assert not Signal.objects.exists()
