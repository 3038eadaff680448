# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Were you heard? One no reopens, a second goes to a colleague, and "we disagree" is an outcome."""

from __future__ import annotations

import pytest

from tests.answer.replies.conftest import LATER
from tests.conftest import arranging
from tests.factories.replies import make_answer, make_followed
from tests.factories.signals import NOON, adviser_of, staff_actor
from voelspriet.answer.replies import actions
from voelspriet.answer.replies.choices import ReviewOutcome
from voelspriet.answer.replies.models import Rating, Review
from voelspriet.answer.replies.queries import conversation, open_review, open_reviews
from voelspriet.answer.replies.rules.answers import rating_round
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import DebtReason, SignalStatus
from voelspriet.listen.intake.models import Signal


@pytest.fixture
def closed(area):
    signal, code = make_followed(area, owed=False, status=SignalStatus.ANSWERED)
    make_answer(signal)
    return signal, code


def rate(code, face="no", words="", **more):
    return actions.rate_signal(code=code, face=face, words=words, by=resident(), at=LATER, **more)


def close(signal):
    """The duo answers again and closes."""
    with arranging():
        signal.debts.all().delete()
        Signal.objects.filter(pk=signal.pk).update(status=SignalStatus.ANSWERED, answers_owed=0)


def twice_not_heard(closed, **more):
    signal, code = closed
    rate(code)
    close(signal)
    assert rate(code, words="Er is niets gebeurd.", **more) == "review"
    return Review.objects.get()


@pytest.mark.parametrize("face", ["yes", "partly"])
def test_a_yes_is_kept_and_asked_no_more(closed, face):
    signal, code = closed
    assert rate(code, face) == "kept"
    with pytest.raises(Refused):
        rate(code, "no")
    assert Signal.objects.get(pk=signal.pk).status == SignalStatus.ANSWERED


def test_a_first_no_reopens_with_the_adviser_who_owes_an_answer(closed):
    signal, code = closed
    assert rate(code, words="Het is nog stuk.") == "reopened"
    signal.refresh_from_db()
    assert (signal.status, signal.reopened, signal.answers_owed) == ("in_hand", 1, 1)
    assert signal.debts.get().reason == DebtReason.REOPENED
    with pytest.raises(Refused):
        rate(code)


def test_a_second_no_asks_a_colleague_and_not_the_duo(closed, adviser, colleague):
    twice_not_heard(closed)
    assert [row.reference for row in open_reviews(by=colleague)] == [closed[0].reference]
    assert open_reviews(by=adviser) == ()


def test_who_answered_before_moving_to_another_area_does_not_judge_it(town, closed):
    twice_not_heard(closed)
    moved = adviser_of(town.neighbourhoods[1], user_id=900)
    assert open_reviews(by=moved) == ()


def test_the_director_may_look_and_a_policy_adviser_may_not(town, closed):
    twice_not_heard(closed)
    director = staff_actor(town.municipality, Role.DIRECTOR, user_id=910)
    policy = staff_actor(town.municipality, Role.POLICY_ADVISER, user_id=911)
    assert len(open_reviews(by=director)) == 1
    assert open_reviews(by=policy) == ()


def test_the_colleague_reads_the_report_only_with_the_reporters_yes(closed, colleague):
    twice_not_heard(closed)
    row = open_review(reference=closed[0].reference, by=colleague)
    assert row.report == ""
    assert [one.words for one in row.heard] == ["Er is niets gebeurd."]
    assert row.answers[0].text == "De lamp is gemaakt."


def test_with_the_reporters_yes_the_colleague_reads_it(closed, colleague):
    twice_not_heard(closed, may_read=True)
    row = open_review(reference=closed[0].reference, by=colleague)
    assert row.report == closed[0].text
    assert [one.round for one in row.heard] == [1, 2]


def test_a_report_that_points_at_a_person_stays_with_the_duo(closed, colleague):
    twice_not_heard(closed, may_read=True)
    with arranging():
        Signal.objects.filter(pk=closed[0].pk).update(person_flag="adviser")
    assert open_review(reference=closed[0].reference, by=colleague).report == ""


def decide(signal, by, outcome="disagree", reason="Wij kijken er anders naar."):
    actions.decide_review(
        reference=signal.reference, outcome=outcome, reason=reason, by=by, at=LATER
    )


def test_we_disagree_is_an_outcome_the_reporter_reads(closed, colleague):
    signal, code = closed
    twice_not_heard(closed)
    decide(signal, colleague)
    assert Review.objects.get().outcome == ReviewOutcome.DISAGREE
    (matter,) = conversation(signal_id=signal.pk, at=LATER).matters
    outcome = [entry for entry in matter.entries if entry.kind == "review"]
    assert [(entry.text, entry.who) for entry in outcome] == [
        ("Wij kijken er anders naar.", "Karim")
    ]
    assert matter.is_closed
    assert matter.rating_round is None
    with pytest.raises(Refused):
        rate(code)


def test_a_new_answer_is_owed_by_the_duo_and_not_paid_by_its_announcement(closed, colleague):
    signal, _code = closed
    with arranging():
        Signal.objects.filter(pk=signal.pk).update(language="tr")
    twice_not_heard(closed)
    decide(signal, colleague, outcome="new_answer", reason="Hier moet een beter antwoord komen.")
    announced = signal.answers.get(kind="review")
    duo = adviser_of(signal.responsible_area)
    actions.translate_answer(
        reference=announced.reference, text="Yeni cevap", machine=False, by=duo, at=LATER
    )
    signal.refresh_from_db()
    assert (signal.status, signal.answers_owed, signal.reopened) == ("in_hand", 1, 1)


def test_the_duo_cannot_decide_and_nobody_decides_twice(closed, adviser, colleague):
    signal, _code = closed
    twice_not_heard(closed)
    with pytest.raises(OutOfScope):
        decide(signal, adviser)
    with pytest.raises(Refused):
        decide(signal, colleague, reason=" ")
    with pytest.raises(Refused):
        decide(signal, colleague, outcome="open")
    decide(signal, colleague)
    with pytest.raises(Refused):
        decide(signal, colleague)


def test_a_matter_that_runs_is_not_rated(area):
    _signal, code = make_followed(area)
    with pytest.raises(Refused):
        rate(code)


def test_a_wrong_code_or_face_rates_nothing(closed):
    with pytest.raises(OutOfScope):
        rate("1111 2222 3333 4444")
    with pytest.raises(OutOfScope):
        rate(closed[1], reference="M-ELSE-WHER")
    with pytest.raises(Refused):
        rate(closed[1], face="angry")
    assert not Rating.objects.exists()


@pytest.mark.parametrize(
    ("status", "reopened", "rated", "expected"),
    [
        ("answered", 0, 0, 1),
        ("answered", 0, 1, None),
        ("in_hand", 1, 1, None),
        ("answered", 1, 1, 2),
        ("answered", 1, 2, None),
        ("done", 0, 0, None),
    ],
)
def test_which_round_of_rating_is_open(status, reopened, rated, expected):
    assert rating_round(status=status, reopened=reopened, rated=rated) == expected


def test_what_was_said_about_an_answer_in_another_language_waits_for_dutch(closed, adviser):
    signal, code = closed
    with arranging():
        Signal.objects.filter(pk=signal.pk).update(language="tr", text="")
    rate(code, words="Hâlâ bozuk.")
    actions.catch_up(signal_id=signal.pk, at=NOON)
    rating = Rating.objects.get()
    actions.translate_words(
        reference=rating.translation.reference,
        text="Nog steeds stuk.",
        machine=False,
        by=adviser,
        at=LATER,
    )
    rating.translation.refresh_from_db()
    assert rating.translation.text == "Nog steeds stuk."
