# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ask-first lock: nothing anybody could notice happens before a yes."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.signals import NOON, make_signal
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.search.queries import search_ids
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake import actions, queries
from voelspriet.listen.intake.choices import Permission, SignalStatus
from voelspriet.listen.intake.models import Handover, PermissionRequest

TODAY = dutch_day(NOON)
TEXT = "Achter onze flat wordt gedeald. Doe niets zonder het mij te vragen."


@pytest.fixture(params=[Permission.LOCKED, Permission.REFUSED])
def locked(request, scene):
    return make_signal(area=scene.here, text=TEXT, permission=request.param)


def test_no_hand_over_before_a_yes(scene, locked):
    with pytest.raises(Refused, match="slot"):
        actions.hand_over(
            reference=locked.reference,
            organisation_id=scene.organisation.pk,
            text="Graag extra toezicht.",
            ground="Taak",
            purpose="Toezicht",
            by=scene.adviser,
            at=NOON,
        )
    assert not Handover.objects.exists()


def test_no_bundle_before_a_yes(scene, locked):
    other = make_signal(area=scene.here)
    with pytest.raises(Refused, match="slot"):
        actions.bundle_signals(
            references=[other.reference, locked.reference],
            title="Achter de flat",
            by=scene.adviser,
            at=NOON,
        )


def test_nothing_is_done_or_waited_for_before_a_yes(scene, locked):
    key = {"reference": locked.reference, "by": scene.adviser, "at": NOON}
    with pytest.raises(Refused, match="slot"):
        actions.mark_done(**key)
    with pytest.raises(Refused, match="slot"):
        actions.set_waiting(waiting_on="de politie", **key)


def test_a_locked_signal_is_no_duplicate_and_gets_none(scene, locked):
    twin = make_signal(area=scene.here, text=TEXT)
    assert queries.duplicates_of(reference=twin.reference, by=scene.adviser, on=TODAY) == ()
    assert queries.duplicates_of(reference=locked.reference, by=scene.adviser, on=TODAY) == ()


def test_a_locked_signal_is_not_found_by_its_words(scene, locked):
    actions.set_person_flag(
        reference=locked.reference, points_at_person=False, by=scene.adviser, at=NOON
    )
    assert search_ids(query="flat", area_ids=[scene.here.pk]) == []


def test_advice_may_be_given_and_the_signal_closed(scene, locked):
    actions.take_in_hand(reference=locked.reference, by=scene.adviser, at=NOON)
    actions.pay_debts(signal_id=locked.pk, paid_by_reference="A-1", by=scene.adviser, at=NOON)
    actions.close_signal(reference=locked.reference, by=scene.adviser, at=NOON)
    locked.refresh_from_db()
    assert locked.status == SignalStatus.ANSWERED


def test_asking_waits_for_the_reporter_and_asks_once(scene):
    signal = make_signal(area=scene.here, text=TEXT, permission=Permission.LOCKED)
    key = {"reference": signal.reference, "by": scene.adviser, "at": NOON}
    actions.ask_permission(question="Mogen wij de wijkagent bellen?", **key)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.WAITING
    assert signal.waiting_on == ""
    assert PermissionRequest.objects.get().question == "Mogen wij de wijkagent bellen?"
    with pytest.raises(Refused, match="al een vraag open"):
        actions.ask_permission(question="En nu?", **key)


def test_asking_is_refused_without_a_lock_after_a_no_and_empty(scene):
    free = make_signal(area=scene.here)
    said_no = make_signal(area=scene.here, permission=Permission.REFUSED)
    locked = make_signal(area=scene.here, permission=Permission.LOCKED)
    for signal, question in ((free, "Mag het?"), (said_no, "Mag het nu?"), (locked, " ")):
        with pytest.raises(Refused):
            actions.ask_permission(
                reference=signal.reference, question=question, by=scene.adviser, at=NOON
            )


def test_after_a_yes_the_signal_may_be_handed_over(scene):
    signal = make_signal(area=scene.here, text=TEXT, permission=Permission.LOCKED)
    with arranging():
        signal.permission = Permission.GRANTED
        signal.save()
    actions.hand_over(
        reference=signal.reference,
        organisation_id=scene.organisation.pk,
        text="Graag extra toezicht in deze buurt.",
        ground="Taak",
        purpose="Toezicht",
        by=scene.adviser,
        at=NOON,
    )
    assert Handover.objects.count() == 1
