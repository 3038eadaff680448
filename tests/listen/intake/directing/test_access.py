# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see a signal: its duo; the director while it is escalated; nobody else."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.signals import (
    NOON,
    adviser_of,
    make_attachment,
    make_contact,
    make_escalation,
    make_signal,
    staff_actor,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake import actions, queries
from voelspriet.listen.intake.choices import PersonFlag
from voelspriet.listen.intake.rules.access import may_see, visible_signals

TODAY = dutch_day(NOON)


def test_the_duo_sees_its_signal_and_no_other_duo_does(scene):
    signal = make_signal(area=scene.here)
    assert list(visible_signals(scene.adviser)) == [signal]
    assert may_see(scene.adviser, signal)
    assert not visible_signals(scene.neighbour).exists()
    assert not may_see(scene.neighbour, signal)
    with pytest.raises(OutOfScope):
        queries.signal_detail(reference=signal.reference, by=scene.neighbour, on=TODAY)


@pytest.mark.parametrize(
    "role",
    [Role.HANDLER, Role.POLICY_ADVISER, Role.EXECUTIVE, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR],
)
def test_other_roles_see_no_signal_even_with_its_area_and_escalated(scene, role):
    signal = make_signal(area=scene.here)
    make_escalation(signal)
    by = staff_actor(scene.town.municipality, role, areas=(scene.here,))
    assert not visible_signals(by).exists()
    assert not may_see(by, signal)
    with pytest.raises(OutOfScope):
        queries.signal_detail(reference=signal.reference, by=by, on=TODAY)


def test_a_resident_sees_nothing_here_and_a_job_everything(scene):
    make_signal(area=scene.here)
    assert not visible_signals(resident(scene.town.municipality.pk)).exists()
    assert visible_signals(system("sweep")).count() == 1


def test_an_adviser_of_another_municipality_sees_nothing(scene):
    signal = make_signal(area=scene.here)
    other = make_town(name="Elders", area_code="GM8888", row=20)
    by = staff_actor(other.municipality, Role.AREA_ADVISER, areas=(scene.here,))
    assert not visible_signals(by).exists()
    assert not may_see(by, signal)
    assert not visible_signals(adviser_of(*other.neighbourhoods)).exists()


def test_the_director_sees_a_signal_only_while_it_is_escalated(scene):
    signal = make_signal(area=scene.here)
    assert not may_see(scene.director, signal)
    escalation = make_escalation(signal)
    assert may_see(scene.director, signal)
    assert list(visible_signals(scene.director)) == [signal]
    with arranging():
        escalation.settled_at = NOON
        escalation.save()
    assert not may_see(scene.director, signal)
    assert not visible_signals(scene.director).exists()


def test_the_director_reads_words_but_no_contact_photo_or_point(scene):
    signal = make_signal(area=scene.here, point=(5.1, 52.1))
    make_contact(signal)
    make_attachment(signal)
    make_escalation(signal)
    actions.read_contact(
        reference=signal.reference, reason="Sanne terugbellen", by=scene.adviser, at=NOON
    )
    detail = queries.signal_detail(reference=signal.reference, by=scene.director, on=TODAY)
    assert detail.text == signal.text
    assert not detail.may_direct
    assert not detail.has_contact
    assert detail.attachments == ()
    assert (detail.place.lon, detail.place.lat) == (None, None)
    assert detail.steps == frozenset()
    assert [line.reason for line in detail.history] == [""]
    with pytest.raises(OutOfScope):
        actions.read_contact(
            reference=signal.reference, reason="Even bellen", by=scene.director, at=NOON
        )


def test_the_director_never_reads_words_that_point_at_a_person(scene):
    signal = make_signal(
        area=scene.here,
        text="Jan de Vries dealt hier",
        place_words="bij Jan",
        person_flag=PersonFlag.RULES,
    )
    make_escalation(signal)
    detail = queries.signal_detail(reference=signal.reference, by=scene.director, on=TODAY)
    assert detail.text == ""
    assert detail.place.words == ""
    assert detail.row.title == ""
    assert detail.row.words_hidden
    assert "Jan" not in repr(detail)


def test_the_director_may_note_but_not_act(scene):
    signal = make_signal(area=scene.here)
    make_escalation(signal)
    actions.add_note(reference=signal.reference, text="Ik bel Anna.", by=scene.director, at=NOON)
    with pytest.raises(OutOfScope):
        actions.take_in_hand(reference=signal.reference, by=scene.director, at=NOON)


def test_reading_contact_data_needs_a_reason_and_is_logged(scene):
    signal = make_signal(area=scene.here)
    make_contact(signal, phone="0611111111")
    with pytest.raises(Refused) as refused:
        actions.read_contact(reference=signal.reference, reason=" ", by=scene.adviser, at=NOON)
    assert refused.value.field == "reason"
    row = actions.read_contact(
        reference=signal.reference, reason="Bellen over de lamp", by=scene.adviser, at=NOON
    )
    assert row.phone == "0611111111"
    line = AuditLine.objects.get(action="contact.read")
    assert line.reason == "Bellen over de lamp"
    assert line.actor_name == scene.adviser.name
    assert "0611111111" not in repr(line.detail)


def test_reading_contact_data_that_are_not_there_is_refused(scene):
    signal = make_signal(area=scene.here)
    with pytest.raises(Refused):
        actions.read_contact(
            reference=signal.reference, reason="Even bellen", by=scene.adviser, at=NOON
        )


def test_contact_data_are_out_of_scope_for_another_duo(scene):
    signal = make_signal(area=scene.here)
    make_contact(signal)
    with pytest.raises(OutOfScope):
        actions.read_contact(
            reference=signal.reference, reason="Nieuwsgierig", by=scene.neighbour, at=NOON
        )
    assert not AuditLine.objects.filter(action="contact.read").exists()
