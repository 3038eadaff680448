# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering: what counts, what waits, what pays."""

from __future__ import annotations

import pytest

from tests.answer.replies.conftest import LATER
from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.people import make_organisation
from tests.factories.replies import make_answer, make_mailed, make_template
from tests.factories.signals import (
    NOON,
    handler_of,
    make_bundle,
    make_message,
    make_signal,
)
from voelspriet.answer.replies import actions
from voelspriet.answer.replies.models import Answer, Delivery
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import DebtReason, Permission, SignalStatus
from voelspriet.listen.intake.models import Signal

JOB = system("replies")
TEXT = "De lamp is gemaakt. Dank voor uw bericht."


def answer(signal: Signal, by, text: str = TEXT, kind: str = "final", at=LATER):
    return actions.answer_signal(reference=signal.reference, text=text, kind=kind, by=by, at=at)


def owed(signal: Signal) -> int:
    return Signal.objects.get(pk=signal.pk).answers_owed


def test_a_persons_answer_in_dutch_is_given_at_once_and_pays(area, adviser):
    signal = make_signal(area=area)
    row = answer(signal, adviser)
    assert row.is_given
    assert not row.is_template
    assert owed(signal) == 0
    assert Signal.objects.get(pk=signal.pk).first_answered_at == LATER


def test_a_template_nobody_changed_goes_out_and_pays_nothing(area, adviser):
    signal = make_signal(area=area)
    make_template(area, text="Wij gaan ermee\n aan de slag.")
    row = answer(signal, adviser, "Wij gaan ermee aan de  slag. ")
    assert row.is_template
    assert row.is_given
    assert owed(signal) == 1


def test_a_template_with_a_sentence_of_ones_own_pays(area, adviser):
    signal = make_signal(area=area)
    make_template(area, text="Wij gaan ermee aan de slag.")
    answer(signal, adviser, "Wij gaan ermee aan de slag. Dinsdag kom ik kijken.")
    assert owed(signal) == 0


def test_an_interim_answer_pays_and_leaves_the_outcome_owed(area, adviser):
    signal = make_signal(area=area)
    answer(signal, adviser, kind="interim")
    debts = signal.debts.filter(paid_at__isnull=True)
    assert [debt.reason for debt in debts] == [DebtReason.RESULT]


def test_an_answer_in_another_language_waits_for_its_translation(area, adviser):
    signal = make_mailed(area, language="tr")
    row = answer(signal, adviser)
    assert not row.is_given
    assert owed(signal) == 1
    assert not Delivery.objects.exists()
    actions.translate_answer(
        reference=row.reference, text="Lamba onarıldı.", machine=False, by=adviser, at=LATER
    )
    assert owed(signal) == 0
    assert Delivery.objects.get().answer.reference == row.reference


def test_a_translation_does_not_pay_what_was_asked_after_the_answer(area, adviser):
    signal = make_signal(area=area, language="tr")
    row = answer(signal, adviser, at=NOON.replace(hour=10))
    with arranging():
        make_message(signal, at=LATER)
    from voelspriet.listen.intake.actions import open_debt  # noqa: PLC0415  the reporter's side

    open_debt(signal_id=signal.pk, reason=DebtReason.MESSAGE, by=JOB, at=LATER)
    actions.translate_answer(
        reference=row.reference, text="Onarıldı.", machine=True, by=adviser, at=LATER
    )
    assert owed(signal) == 1


def test_the_same_words_twice_in_a_row_are_sent_once(area, adviser):
    signal = make_signal(area=area)
    assert answer(signal, adviser).reference == answer(signal, adviser).reference
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 5001])
def test_an_empty_or_endless_answer_is_refused(area, adviser, text):
    signal = make_signal(area=area)
    with pytest.raises(Refused) as refused:
        answer(signal, adviser, text)
    assert refused.value.field == "text"


def test_a_withdrawn_report_is_not_answered(area, adviser):
    with pytest.raises(Refused):
        answer(make_signal(area=area, withdrawn_at=NOON), adviser)


def test_nobody_but_the_duo_answers(area, colleague):
    with pytest.raises(OutOfScope):
        answer(make_signal(area=area), colleague)


def test_the_audit_line_holds_no_words(area, adviser):
    signal = make_signal(area=area)
    answer(signal, adviser)
    line = AuditLine.objects.get(action="answer.written")
    assert line.subject_reference == signal.reference
    assert "lamp" not in str(line.detail)


def test_one_answer_reaches_everyone_in_a_bundle_in_their_own_language(area, adviser):
    dutch, turkish = make_signal(area=area), make_signal(area=area, language="tr")
    gone = make_signal(area=area, withdrawn_at=NOON)
    bundle = make_bundle(dutch, turkish, gone)
    rows = actions.answer_bundle(
        reference=bundle.reference, text=TEXT, kind="final", by=adviser, at=LATER
    )
    assert [row.is_given for row in rows] == [True, False]
    assert {row.signal_reference for row in rows} == {dutch.reference, turkish.reference}


def status(signal: Signal) -> str:
    return Signal.objects.get(pk=signal.pk).status


def test_an_answer_with_which_it_is_done_closes_the_report(area, adviser):
    signal = make_signal(area=area)
    key = {"reference": signal.reference, "text": TEXT, "done": True, "by": adviser, "at": LATER}
    actions.answer_signal(kind="interim", **key | {"text": "Wij kijken ernaar."})
    assert status(signal) == SignalStatus.RECEIVED
    actions.answer_signal(kind="final", **key)
    assert status(signal) == SignalStatus.ANSWERED
    assert Signal.objects.get(pk=signal.pk).closed_at == LATER


def test_an_answer_that_waits_for_its_translation_closes_once_that_is_there(area, adviser):
    signal = make_signal(area=area, language="tr")
    row = actions.answer_signal(
        reference=signal.reference, text=TEXT, kind="final", done=True, by=adviser, at=NOON
    )
    assert status(signal) == SignalStatus.DONE
    actions.translate_answer(
        reference=row.reference, text="Onarıldı.", machine=False, by=adviser, at=LATER
    )
    assert status(signal) == SignalStatus.ANSWERED
    assert Signal.objects.get(pk=signal.pk).closed_at == LATER


def test_a_template_nobody_changed_settles_nothing(area, adviser):
    signal = make_signal(area=area)
    make_template(area, text=TEXT)
    actions.answer_signal(
        reference=signal.reference, text=TEXT, kind="final", done=True, by=adviser, at=LATER
    )
    assert status(signal) == SignalStatus.RECEIVED


def test_an_answer_that_is_refused_settles_nothing(area, adviser):
    signal = make_signal(area=area)
    with pytest.raises(Refused):
        actions.answer_signal(
            reference=signal.reference, text=" ", kind="final", done=True, by=adviser, at=LATER
        )
    assert status(signal) == SignalStatus.RECEIVED


def test_one_answer_with_which_it_is_done_closes_a_whole_bundle(area, adviser):
    dutch, turkish = make_signal(area=area), make_signal(area=area, language="tr")
    bundle = make_bundle(dutch, turkish)
    actions.answer_bundle(
        reference=bundle.reference, text=TEXT, kind="final", done=True, by=adviser, at=LATER
    )
    assert (status(dutch), status(turkish)) == (SignalStatus.ANSWERED, SignalStatus.DONE)


def test_the_result_of_what_was_done_settles_every_report_behind_it(town, area, adviser):
    organisation = make_organisation(town.municipality)
    dutch, turkish, also = (make_signal(area=area, language=one) for one in ("nl", "tr", "nl"))
    agreement = make_agreement_row(area, organisation, state="done", signals=[dutch, turkish, also])
    make_agreement_row(area, organisation, signals=[also])
    actions.answer_agreement(reference=agreement.reference, text=TEXT, by=adviser, at=LATER)
    # the third waits for another agreement
    assert [status(one) for one in (dutch, turkish, also)] == ["answered", "done", "received"]


def test_the_result_of_what_was_not_done_leaves_the_reports_where_they_stand(town, area, adviser):
    signal = make_signal(area=area)
    agreement = make_agreement_row(
        area, make_organisation(town.municipality), state="not_done", signals=[signal]
    )
    actions.answer_agreement(reference=agreement.reference, text=TEXT, by=adviser, at=LATER)
    assert (status(signal), owed(signal)) == (SignalStatus.RECEIVED, 0)


def test_a_bundle_of_another_area_is_not_there(area, colleague):
    bundle = make_bundle(make_signal(area=area))
    with pytest.raises(OutOfScope):
        actions.answer_bundle(
            reference=bundle.reference, text=TEXT, kind="final", by=colleague, at=LATER
        )


def test_the_result_of_an_agreement_answers_everyone_once(town, area, adviser):
    organisation = make_organisation(town.municipality)
    three = [make_signal(area=area, language=one) for one in ("nl", "tr", "ar")]
    agreement = make_agreement_row(area, organisation, state="done", signals=three)

    def give(by):
        return actions.answer_agreement(reference=agreement.reference, text=TEXT, by=by, at=LATER)

    assert len(give(handler_of(organisation))) == 3
    assert give(adviser) == ()
    assert Answer.objects.filter(agreement=agreement).count() == 3


def test_the_result_waits_for_the_yes_of_who_asked_to_be_asked_first(town, area, adviser):
    organisation = make_organisation(town.municipality)
    locked = make_signal(area=area, permission=Permission.REFUSED)
    agreement = make_agreement_row(area, organisation, state="done", signals=[locked])
    assert (
        actions.answer_agreement(reference=agreement.reference, text=TEXT, by=adviser, at=LATER)
        == ()
    )


def test_an_agreement_that_runs_cannot_be_answered_yet(town, area, adviser):
    organisation = make_organisation(town.municipality)
    agreement = make_agreement_row(area, organisation, signals=[make_signal(area=area)])
    with pytest.raises(Refused):
        actions.answer_agreement(reference=agreement.reference, text=TEXT, by=adviser, at=LATER)


def test_an_agreement_of_another_organisation_is_not_there(town, area):
    promised = make_organisation(town.municipality)
    other = make_organisation(town.municipality, name="Jongerenwerk")
    agreement = make_agreement_row(area, promised, state="done")
    with pytest.raises(OutOfScope):
        actions.answer_agreement(
            reference=agreement.reference, text=TEXT, by=handler_of(other), at=LATER
        )


def test_a_closed_report_is_left_alone_by_the_answer_to_its_bundle(area, adviser):
    closed = make_signal(area=area, owed=False, status=SignalStatus.ANSWERED)
    make_answer(closed)
    bundle = make_bundle(closed)
    assert (
        actions.answer_bundle(
            reference=bundle.reference, text=TEXT, kind="final", by=adviser, at=LATER
        )
        == ()
    )
