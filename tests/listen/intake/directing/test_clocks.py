# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promise clocks in Dutch working days, legal terms, and what happens when a clock runs out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.signals import NOON, make_contact, make_escalation, make_signal
from voelspriet.ground.privacy.actors import Refused, system
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake import actions, queries
from voelspriet.listen.intake.choices import (
    Clock,
    DebtReason,
    EscalationLevel,
    LegalKind,
    SignalStatus,
)
from voelspriet.listen.intake.models import AnswerDebt, Escalation, Signal
from voelspriet.listen.intake.rules.clocks import legal_due_on, levels_reached

SWEEP = system("intake.escalate")
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        (LegalKind.COMPLAINT, date(2026, 10, 20)),
        (LegalKind.APPLICATION, date(2026, 11, 3)),
        (LegalKind.ENFORCEMENT, date(2026, 11, 3)),
        (LegalKind.NONE, None),
    ],
)
def test_legal_terms_count_weeks_from_the_day_of_receipt(kind, day):
    assert legal_due_on(kind, date(2026, 9, 8)) == day


def test_the_day_of_receipt_is_the_dutch_day(scene):
    late = datetime(2026, 9, 8, 22, 30, tzinfo=UTC)  # the 9th in the Netherlands
    signal = make_signal(area=scene.here, received_at=late)
    actions.set_legal_kind(
        reference=signal.reference, kind=LegalKind.COMPLAINT, by=scene.adviser, at=late
    )
    signal.refresh_from_db()
    assert signal.legal_due_on == date(2026, 10, 21)


def test_an_enforcement_request_is_not_anonymous_and_the_reporter_hears_so(scene, queued):
    signal = make_signal(area=scene.here)
    mark = actions.set_legal_kind(
        reference=signal.reference, kind=LegalKind.ENFORCEMENT, by=scene.adviser, at=NOON
    )
    signal.refresh_from_db()
    assert mark.notice
    assert signal.legal_kind == LegalKind.NONE
    assert ("replies.enforcement_notice", {"signal_id": signal.pk}) in queued()


def test_an_enforcement_request_by_a_known_reporter_gets_its_term(scene, queued):
    signal = make_signal(area=scene.here)
    make_contact(signal)
    mark = actions.set_legal_kind(
        reference=signal.reference, kind=LegalKind.ENFORCEMENT, by=scene.adviser, at=NOON
    )
    assert not mark.notice
    assert mark.due_on == date(2026, 11, 3)
    assert not queued()


def test_the_database_takes_no_anonymous_enforcement_request(scene):
    signal = make_signal(area=scene.here)
    with (
        arranging(),
        pytest.raises(IntegrityError, match="signal_enforcement_not_anonymous"),
        transaction.atomic(),
    ):
        Signal.objects.filter(pk=signal.pk).update(legal_kind=LegalKind.ENFORCEMENT)


def test_a_promise_keeps_its_first_day_and_moves_once(scene):
    signal = make_signal(area=scene.here)
    key = {"reference": signal.reference, "by": scene.adviser, "at": NOON}
    actions.promise_day(on=date(2026, 9, 15), **key)
    actions.promise_day(on=date(2026, 9, 18), **key)
    signal.refresh_from_db()
    assert (signal.first_promised_on, signal.promised_on) == (date(2026, 9, 15), date(2026, 9, 18))
    with pytest.raises(Refused, match="al één keer verzet"):
        actions.promise_day(on=date(2026, 9, 21), **key)
    result = AnswerDebt.objects.get(signal=signal, reason=DebtReason.RESULT)
    assert result.due_on == date(2026, 9, 18)


def test_a_promise_is_refused_in_the_past_too_far_and_to_who_wants_none(scene):
    signal = make_signal(area=scene.here)
    silent = make_signal(area=scene.here, owed=False)
    closed = make_signal(area=scene.here, owed=False, status=SignalStatus.ANSWERED)
    key = {"by": scene.adviser, "at": NOON}
    for reference, day in (
        (signal.reference, date(2026, 9, 7)),
        (signal.reference, date(2026, 12, 1)),
        (silent.reference, date(2026, 9, 15)),
        (closed.reference, date(2026, 9, 15)),
    ):
        with pytest.raises(Refused):
            actions.promise_day(reference=reference, on=day, **key)


def test_what_is_due_first_is_the_nearest_day(scene):
    signal = make_signal(area=scene.here)
    assert signal.due_on == date(2026, 9, 15)
    actions.promise_day(reference=signal.reference, on=date(2026, 9, 10), by=scene.adviser, at=NOON)
    signal.refresh_from_db()
    assert signal.due_on == date(2026, 9, 10)
    actions.pay_debts(signal_id=signal.pk, paid_by_reference="A-1", by=scene.adviser, at=NOON)
    signal.refresh_from_db()
    assert signal.answers_owed == 0
    assert signal.due_on == signal.first_answer_due_on  # nobody took it in hand yet


def test_an_answer_that_waited_pays_no_later_question(scene):
    signal = make_signal(area=scene.here)
    actions.open_debt(
        signal_id=signal.pk, reason=DebtReason.MESSAGE, by=scene.adviser, at=NOON + DAY
    )
    paid = actions.pay_debts(
        signal_id=signal.pk,
        paid_by_reference="A-1",
        asked_until=NOON + timedelta(hours=1),
        by=scene.adviser,
        at=NOON + 2 * DAY,
    )
    signal.refresh_from_db()
    assert paid == 1
    assert signal.answers_owed == 1


def test_a_message_on_a_closed_signal_takes_it_in_hand_again(scene):
    signal = make_signal(area=scene.here, owed=False, status=SignalStatus.ANSWERED, closed_at=NOON)
    actions.open_debt(signal_id=signal.pk, reason=DebtReason.MESSAGE, by=scene.adviser, at=NOON)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.IN_HAND
    assert signal.closed_at is None
    assert signal.answers_owed == 1
    assert signal.reopened == 0


def test_reopening_counts_once(scene):
    signal = make_signal(area=scene.here, owed=False, status=SignalStatus.ANSWERED, closed_at=NOON)
    for _round in range(2):
        actions.open_debt(
            signal_id=signal.pk, reason=DebtReason.REOPENED, by=scene.adviser, at=NOON
        )
    signal.refresh_from_db()
    assert signal.reopened == 1


def test_a_report_without_a_wish_for_an_answer_owes_none(scene):
    signal = make_signal(area=scene.here, owed=False)
    actions.open_debt(signal_id=signal.pk, reason=DebtReason.REPORT, by=scene.adviser, at=NOON)
    assert not AnswerDebt.objects.exists()


def test_debts_of_a_withdrawn_signal_lapse(scene):
    signal = make_signal(area=scene.here, withdrawn_at=NOON)
    assert actions.lapse_debts(signal_id=signal.pk, by=scene.adviser, at=NOON) == 1
    signal.refresh_from_db()
    assert signal.answers_owed == 0


@pytest.mark.parametrize(
    ("today", "levels"),
    [
        (date(2026, 9, 15), ()),
        (date(2026, 9, 16), (EscalationLevel.DIRECTOR,)),
        (date(2026, 9, 22), (EscalationLevel.DIRECTOR,)),
        (date(2026, 9, 23), (EscalationLevel.DIRECTOR, EscalationLevel.EXECUTIVE)),
    ],
)
def test_levels_follow_working_days_late(today, levels):
    due = date(2026, 9, 15)
    assert levels_reached(due, today, director_after=0, executive_after=5) == levels


def test_a_weekend_makes_nothing_late():
    friday, sunday = date(2026, 9, 11), date(2026, 9, 13)
    assert levels_reached(friday, sunday, director_after=0, executive_after=5) == ()


def test_the_sweep_escalates_to_director_then_executive_and_only_once(scene):
    signal = make_signal(area=scene.here)  # due on Tuesday the 15th
    assert actions.escalate_overdue(by=SWEEP, at=NOON + 7 * DAY) == 0
    assert actions.escalate_overdue(by=SWEEP, at=NOON + 8 * DAY) == 1
    assert actions.escalate_overdue(by=SWEEP, at=NOON + 8 * DAY) == 0
    assert actions.escalate_overdue(by=SWEEP, at=NOON + 15 * DAY) == 1
    trace = list(Escalation.objects.order_by("id").values_list("level", "clock", "due_on"))
    assert trace == [
        (EscalationLevel.DIRECTOR, Clock.FIRST_ANSWER, date(2026, 9, 15)),
        (EscalationLevel.EXECUTIVE, Clock.FIRST_ANSWER, date(2026, 9, 15)),
    ]
    lines = AuditLine.objects.filter(action="signal.escalate", subject_reference=signal.reference)
    assert lines.count() == 2


def test_a_promised_day_that_passed_escalates_on_its_own_clock(scene):
    signal = make_signal(area=scene.here)
    actions.pay_debts(
        signal_id=signal.pk, paid_by_reference="A-1", final=False, by=scene.adviser, at=NOON
    )
    actions.promise_day(reference=signal.reference, on=date(2026, 9, 10), by=scene.adviser, at=NOON)
    actions.escalate_overdue(by=SWEEP, at=NOON + 3 * DAY)
    assert Escalation.objects.get().clock == Clock.PROMISED


def test_a_withdrawn_signal_is_not_escalated(scene):
    make_signal(area=scene.here, withdrawn_at=NOON)
    assert actions.escalate_overdue(by=SWEEP, at=NOON + 30 * DAY) == 0


def test_an_answer_settles_the_escalation_and_leaves_the_trace(scene):
    signal = make_signal(area=scene.here)
    later = NOON + 9 * DAY
    actions.escalate_overdue(by=SWEEP, at=later)
    actions.pay_debts(signal_id=signal.pk, paid_by_reference="A-1", by=scene.adviser, at=later)
    assert Escalation.objects.get().settled_at == later


def test_an_escalation_is_written_once(scene):
    signal = make_signal(area=scene.here)
    make_escalation(signal)
    with pytest.raises(IntegrityError), transaction.atomic():  # escalation_once
        make_escalation(signal)


def test_director_and_executive_see_what_is_stuck_each_in_their_way(scene):
    signal = make_signal(area=scene.here)
    at = NOON + 20 * DAY
    actions.escalate_overdue(by=SWEEP, at=at)
    today = dutch_day(at)
    to_director = queries.escalations_for(by=scene.director, on=today)
    to_executive = queries.escalations_for(by=scene.executive, on=today)
    assert {row.reference for row in to_director} == {signal.reference}
    assert [row.reference for row in to_executive] == [""]
    assert to_executive[0].area_name == scene.here.name
    assert queries.escalations_for(by=scene.adviser, on=today) == ()
    assert queries.escalations_for(by=scene.handler, on=today) == ()
