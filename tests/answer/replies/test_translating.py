# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The translation queue: both ways, inside the duo, never to anybody else."""

from __future__ import annotations

import pytest

from tests.answer.replies.conftest import LATER
from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.people import make_organisation
from tests.factories.replies import make_answer, make_mailed, make_question
from tests.factories.signals import NOON, make_message, make_signal
from voelspriet.answer.replies import actions
from voelspriet.answer.replies.models import Delivery, MessageTranslation, NoticeTranslation
from voelspriet.answer.replies.queries import conversation, thread, translation_tasks
from voelspriet.ground.privacy.actors import OutOfScope, Refused


def tasks(by):
    return [(str(task.what), task.source, task.target) for task in translation_tasks(by=by)]


def translate(reference, text, by, *, machine=False):
    actions.translate(reference=reference, text=text, machine=machine, by=by, at=LATER)


def test_a_report_in_turkish_waits_and_its_dutch_stands_beside_it(area, adviser):
    signal = make_signal(area=area, text="Lamba bozuk.", language="tr")
    for _run in range(2):
        actions.catch_up(signal_id=signal.pk, at=NOON)
    assert tasks(adviser) == [("Melding", "tr", "nl")]
    translate(MessageTranslation.objects.get().reference, "De lamp is stuk.", adviser)
    assert thread(reference=signal.reference, by=adviser).report_in_dutch == "De lamp is stuk."
    assert tasks(adviser) == []


def test_a_dutch_or_a_spoken_report_waits_for_nothing(area, adviser):
    make_signal(area=area)
    make_signal(area=area, language="ar", text="")
    actions.catch_up(at=NOON)
    assert tasks(adviser) == []


def test_a_message_waits_and_colleagues_read_both(area, adviser):
    signal = make_signal(area=area)
    with arranging():
        message = make_message(signal, text="ما الجديد؟")
        type(message).objects.filter(pk=message.pk).update(language="ar")
    actions.catch_up(at=NOON)
    translate(MessageTranslation.objects.get().reference, "Is er nieuws?", adviser, machine=True)
    (entry,) = thread(reference=signal.reference, by=adviser).entries
    assert (entry.text, entry.original, entry.is_machine) == ("Is er nieuws?", "ما الجديد؟", True)


def test_a_question_can_be_answered_only_when_it_can_be_read(area, adviser):
    signal = make_mailed(area, language="ar", permission="locked")
    make_question(signal)
    actions.catch_up(signal_id=signal.pk, at=NOON)
    (matter,) = conversation(signal_id=signal.pk, at=NOON).matters
    assert not matter.may_say
    assert not Delivery.objects.exists()
    translate(NoticeTranslation.objects.get().reference, "هل نتحدث مع المالك؟", adviser)
    (matter,) = conversation(signal_id=signal.pk, at=NOON).matters
    assert matter.may_say
    assert matter.question.text == "هل نتحدث مع المالك؟"
    assert matter.question.original == "Mogen wij dit met de verhuurder bespreken?"
    assert Delivery.objects.count() == 1


def test_an_agreement_waits_once_for_each_language_of_its_reporters(town, area, adviser):
    reporters = [make_signal(area=area, language=one, text="") for one in ("nl", "tr", "tr", "ar")]
    organisation = make_organisation(town.municipality)
    agreement = make_agreement_row(area, organisation, signals=reporters, made_at=NOON)
    inside = make_agreement_row(area, organisation, signals=reporters, visibility="internal")
    for _run in range(2):
        actions.catch_up(at=NOON)
    assert sorted(NoticeTranslation.objects.values_list("agreement_id", "language")) == [
        (agreement.pk, "ar"),
        (agreement.pk, "tr"),
    ]
    assert inside.translations.count() == 0
    translate(NoticeTranslation.objects.get(language="tr").reference, "Lambayı onarmak", adviser)
    (matter,) = conversation(signal_id=reporters[1].pk, at=NOON).matters
    assert [entry.text for entry in matter.entries if entry.kind == "agreement"] == [
        "Lambayı onarmak"
    ]


def test_what_a_person_waits_for_comes_first(area, adviser):
    actions.catch_up(signal_id=make_signal(area=area, language="tr").pk, at=NOON)
    actions.answer_signal(
        reference=make_signal(area=area, language="ar").reference,
        text="Gedaan.",
        kind="final",
        by=adviser,
        at=LATER,
    )
    assert [what for what, _from, _to in tasks(adviser)] == ["Antwoord aan de melder", "Melding"]


def test_a_text_is_translated_once(area, adviser):
    answer = make_answer(make_signal(area=area, language="tr"), translation_state="person")
    with pytest.raises(Refused):
        translate(answer.reference, "Onarıldı.", adviser)


def test_nobody_but_the_duo_translates(area, colleague):
    signal = make_signal(area=area, language="tr")
    actions.catch_up(signal_id=signal.pk, at=NOON)
    assert translation_tasks(by=colleague) == ()
    for reference in (MessageTranslation.objects.get().reference, "A-0000-0000", "B-1", "?"):
        with pytest.raises(OutOfScope):
            translate(reference, "De lamp is stuk.", colleague)


def test_the_dutch_of_a_withdrawn_report_is_forgotten(area):
    signal = make_signal(area=area, language="tr")
    actions.catch_up(signal_id=signal.pk, at=NOON)
    with arranging():
        type(signal).objects.filter(pk=signal.pk).update(withdrawn_at=NOON, text="")
    actions.catch_up(signal_id=signal.pk, at=LATER)
    assert not MessageTranslation.objects.exists()
