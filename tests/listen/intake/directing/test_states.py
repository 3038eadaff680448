# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The states of a signal, what they refuse, and that nothing closes while an answer is owed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.signals import NOON, make_bundle, make_handover, make_signal
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake import actions
from voelspriet.listen.intake.choices import (
    Category,
    DebtReason,
    Openness,
    Permission,
    PersonFlag,
    SignalStatus,
)
from voelspriet.listen.intake.models import NEVER_DUE, Signal
from voelspriet.listen.intake.queries import signal_detail

TODAY = dutch_day(NOON)


def _answer(signal, scene, **more):
    actions.pay_debts(
        signal_id=signal.pk, paid_by_reference="A-TEST", by=scene.adviser, at=NOON, **more
    )


def test_a_signal_goes_from_received_to_answered(scene):
    signal = make_signal(area=scene.here)
    key = {"reference": signal.reference, "by": scene.adviser, "at": NOON}
    actions.take_in_hand(**key)
    actions.set_waiting(waiting_on="Team groen", **key)
    actions.mark_done(what="De lamp brandt weer.", **key)
    _answer(signal, scene)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.ANSWERED
    assert signal.closed_at == NOON
    assert signal.waiting_on == ""
    assert signal.first_answered_at == NOON
    assert signal.due_on == NEVER_DUE
    assert signal.status_reason == "De lamp brandt weer."
    done = list(AuditLine.objects.order_by("id").values_list("action", flat=True))
    assert done == [
        "signal.take_in_hand", "signal.set_waiting", "signal.mark_done", "debt.pay",
    ]  # fmt: skip
    assert AuditLine.objects.get(action="debt.pay").detail["closed"] is True
    history = signal_detail(reference=signal.reference, by=scene.adviser, on=TODAY).history
    assert "daarmee is de melding beantwoord" in history[0].what


@pytest.mark.parametrize(
    "state",
    [
        {"status": SignalStatus.IN_HAND},
        {"status": SignalStatus.WAITING},
        {"status": SignalStatus.DONE, "withdrawn_at": NOON},
    ],
)
def test_a_final_answer_closes_only_what_is_settled(scene, state):
    signal = make_signal(area=scene.here, **state)
    _answer(signal, scene)
    signal.refresh_from_db()
    assert signal.status == state["status"]
    assert signal.closed_at is None
    assert AuditLine.objects.get().detail["closed"] is False


def test_a_final_answer_closes_a_declined_signal_with_its_reason(scene):
    signal = make_signal(area=scene.here, status=SignalStatus.DECLINED, status_reason="Te duur.")
    _answer(signal, scene)
    signal.refresh_from_db()
    assert (signal.status, signal.status_reason) == (SignalStatus.ANSWERED, "Te duur.")


def test_a_final_answer_leaves_open_what_was_asked_after_it(scene):
    signal = make_signal(area=scene.here, status=SignalStatus.DONE)
    later = NOON + timedelta(hours=1)
    actions.open_debt(signal_id=signal.pk, reason=DebtReason.MESSAGE, by=scene.adviser, at=later)
    _answer(signal, scene, asked_until=NOON)
    signal.refresh_from_db()
    assert (signal.status, signal.answers_owed) == (SignalStatus.DONE, 1)


def test_a_final_answer_leaves_open_what_an_organisation_works_on(scene):
    signal = make_signal(area=scene.here, status=SignalStatus.DONE)
    make_handover(signal, scene.organisation)
    _answer(signal, scene)
    signal.refresh_from_db()
    assert (signal.status, signal.answers_owed) == (SignalStatus.DONE, 0)


def test_several_signals_are_settled_at_once_where_that_may_be(scene):
    received, waiting = (
        make_signal(area=scene.here),
        make_signal(area=scene.here, status=SignalStatus.WAITING, waiting_on="Team groen"),
    )
    handed = make_signal(area=scene.here, status=SignalStatus.WAITING)
    make_handover(handed, scene.organisation)
    skipped = (
        handed,
        make_signal(area=scene.here, permission=Permission.LOCKED),
        make_signal(area=scene.here, withdrawn_at=NOON),
        make_signal(area=scene.here, status=SignalStatus.DECLINED),
        make_signal(area=scene.here, status=SignalStatus.ANSWERED, owed=False),
        make_signal(area=scene.there),
    )
    before = [signal.status for signal in skipped]
    everything = [signal.reference for signal in (received, waiting, *skipped)]
    key = {"references": everything, "by": scene.adviser, "at": NOON}
    assert actions.settle_signals(done=True, **key) == 2
    for signal in (received, waiting, *skipped):
        signal.refresh_from_db()
    assert (received.status, waiting.status) == (SignalStatus.DONE, SignalStatus.DONE)
    assert waiting.waiting_on == ""
    assert [signal.status for signal in skipped] == before
    lines = list(AuditLine.objects.order_by("id").values_list("action", flat=True))
    assert sorted(lines) == ["signal.mark_done", "signal.mark_done", "signals.settle"]
    line = AuditLine.objects.get(action="signals.settle")
    assert line.detail["signals"] == [received.reference, waiting.reference]
    assert actions.settle_signals(done=True, **key) == 0


def test_settling_several_as_not_done_needs_the_reason(scene):
    signal = make_signal(area=scene.here)
    key = {"references": [signal.reference], "by": scene.adviser, "at": NOON}
    with pytest.raises(Refused) as refused:
        actions.settle_signals(done=False, **key)
    assert refused.value.field == "reason"
    assert actions.settle_signals(done=False, reason="Het is van het Rijk.", **key) == 1
    signal.refresh_from_db()
    assert signal.status_reason == "Het is van het Rijk."


def test_closing_is_impossible_while_an_answer_is_owed(scene):
    signal = make_signal(area=scene.here, status=SignalStatus.DONE)
    with pytest.raises(Refused, match="antwoord van een mens"):
        actions.close_signal(reference=signal.reference, by=scene.adviser, at=NOON)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.DONE


def test_the_database_itself_refuses_closing_while_an_answer_is_owed(scene):
    signal = make_signal(area=scene.here)
    with (
        arranging(),
        pytest.raises(IntegrityError, match="signal_not_closed_while_owed"),
        transaction.atomic(),
    ):
        Signal.objects.filter(pk=signal.pk).update(status=SignalStatus.ANSWERED)


def test_an_interim_answer_leaves_the_outcome_owed(scene):
    signal = make_signal(area=scene.here, status=SignalStatus.DONE)
    _answer(signal, scene, final=False)
    signal.refresh_from_db()
    assert signal.first_answered_at == NOON
    assert signal.answers_owed == 1
    with pytest.raises(Refused):
        actions.close_signal(reference=signal.reference, by=scene.adviser, at=NOON)
    _answer(signal, scene)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.ANSWERED


def test_who_asked_for_no_answer_holds_nothing_up(scene):
    signal = make_signal(area=scene.here, owed=False, status=SignalStatus.DONE)
    actions.close_signal(reference=signal.reference, by=scene.adviser, at=NOON)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.ANSWERED


@pytest.mark.parametrize("status", [SignalStatus.RECEIVED, SignalStatus.IN_HAND])
def test_closing_needs_an_outcome_first(scene, status):
    signal = make_signal(area=scene.here, owed=False, status=status)
    with pytest.raises(Refused):
        actions.close_signal(reference=signal.reference, by=scene.adviser, at=NOON)


def test_closing_waits_for_the_organisation_that_works_on_it(scene):
    signal = make_signal(area=scene.here, owed=False, status=SignalStatus.DONE)
    handover = make_handover(signal, scene.organisation)
    with pytest.raises(Refused, match="overdracht"):
        actions.close_signal(reference=signal.reference, by=scene.adviser, at=NOON)
    actions.report_handover(
        reference=handover.reference, report="Klaar.", by=scene.handler, at=NOON
    )
    actions.close_signal(reference=signal.reference, by=scene.adviser, at=NOON)


def test_declining_needs_a_reason(scene):
    signal = make_signal(area=scene.here)
    with pytest.raises(Refused) as refused:
        actions.decline_signal(reference=signal.reference, reason="  ", by=scene.adviser, at=NOON)
    assert refused.value.field == "reason"
    actions.decline_signal(
        reference=signal.reference, reason="De weg is van het Rijk.", by=scene.adviser, at=NOON
    )
    signal.refresh_from_db()
    assert signal.status == SignalStatus.DECLINED
    assert signal.status_reason == "De weg is van het Rijk."


def test_waiting_needs_a_name(scene):
    signal = make_signal(area=scene.here)
    with pytest.raises(Refused) as refused:
        actions.set_waiting(reference=signal.reference, waiting_on="", by=scene.adviser, at=NOON)
    assert refused.value.field == "waiting_on"


def test_a_closed_signal_moves_no_more(scene):
    signal = make_signal(area=scene.here, owed=False, status=SignalStatus.ANSWERED)
    for act in (actions.take_in_hand, actions.mark_done, actions.close_signal):
        with pytest.raises(Refused):
            act(reference=signal.reference, by=scene.adviser, at=NOON)


def test_a_withdrawn_signal_moves_no_more(scene):
    signal = make_signal(area=scene.here, withdrawn_at=NOON)
    with pytest.raises(Refused, match="ingetrokken"):
        actions.take_in_hand(reference=signal.reference, by=scene.adviser, at=NOON)


def test_another_duo_can_do_nothing(scene):
    signal = make_signal(area=scene.here)
    key = {"reference": signal.reference, "by": scene.neighbour, "at": NOON}
    deeds = [
        lambda: actions.take_in_hand(**key),
        lambda: actions.set_waiting(waiting_on="x", **key),
        lambda: actions.mark_done(**key),
        lambda: actions.decline_signal(reason="x", **key),
        lambda: actions.close_signal(**key),
        lambda: actions.set_category(category=Category.LITTER, **key),
        lambda: actions.set_person_flag(points_at_person=True, **key),
        lambda: actions.add_note(text="x", **key),
        lambda: actions.ask_permission(question="x", **key),
    ]
    for deed in deeds:
        with pytest.raises(OutOfScope):
            deed()
    assert not AuditLine.objects.exists()


def test_a_category_outside_the_list_is_refused(scene):
    signal = make_signal(area=scene.here)
    with pytest.raises(Refused):
        actions.set_category(reference=signal.reference, category="ufo", by=scene.adviser, at=NOON)
    actions.set_category(
        reference=signal.reference, category=Category.LITTER, by=scene.adviser, at=NOON
    )
    signal.refresh_from_db()
    assert signal.category == Category.LITTER


def test_flagging_takes_a_signal_out_of_its_bundle(scene):
    signal, other = make_signal(area=scene.here), make_signal(area=scene.here)
    make_bundle(signal, other)
    actions.set_person_flag(
        reference=signal.reference, points_at_person=True, by=scene.adviser, at=NOON
    )
    signal.refresh_from_db()
    assert signal.person_flag == PersonFlag.ADVISER
    assert signal.bundle is None
    actions.set_person_flag(
        reference=signal.reference, points_at_person=False, by=scene.adviser, at=NOON
    )
    signal.refresh_from_db()
    assert signal.person_flag == PersonFlag.CLEARED


def test_an_empty_note_is_refused(scene):
    signal = make_signal(area=scene.here)
    with pytest.raises(Refused):
        actions.add_note(reference=signal.reference, text=" ", by=scene.adviser, at=NOON)


def test_the_database_keeps_locked_signals_out_of_bundles(scene):
    signal = make_signal(area=scene.here, permission=Permission.LOCKED)
    with (
        arranging(),
        pytest.raises(IntegrityError, match="signal_locked_is_not_bundled"),
        transaction.atomic(),
    ):
        make_bundle(signal)


def test_the_database_lets_nobody_reopen_twice(scene):
    signal = make_signal(area=scene.here)
    with (
        arranging(),
        pytest.raises(IntegrityError, match="signal_reopens_once"),
        transaction.atomic(),
    ):
        Signal.objects.filter(pk=signal.pk).update(reopened=2)


def test_the_database_takes_no_address_of_an_anonymous_reporter(scene):
    signal = make_signal(area=scene.here)
    with (
        arranging(),
        pytest.raises(IntegrityError, match="signal_anonymous_leaves_no_address"),
        transaction.atomic(),
    ):
        Signal.objects.filter(pk=signal.pk).update(openness=Openness.ANONYMOUS, answer_wish="email")
