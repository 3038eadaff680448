# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A resident begins an initiative, gets a code, waits, is answered, and may take it back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.conf import settings

from tests.factories.signals import NOON
from voelspriet.act.initiatives import actions
from voelspriet.act.initiatives.choices import (
    InitiativeNeed,
    InitiativeOutcome,
    InitiativeStatus,
)
from voelspriet.act.initiatives.models import NEVER_DUE, Initiative, InitiativeContact
from voelspriet.act.initiatives.queries.codes import initiative_id_of
from voelspriet.act.initiatives.queries.following import followed
from voelspriet.act.initiatives.told import InitiativeTold
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.queries.codes import signal_id_of

pytestmark = pytest.mark.django_db
TODAY = dutch_day(NOON)


def begin(town, area=None, **told):
    values = {"submission": "een-geheim", "idea": "Wij willen samen koken op het plein."} | told
    return actions.start_initiative(
        municipality_id=town.municipality.pk,
        told=InitiativeTold(area_id=area.pk if area else None, **values),
        by=resident(town.municipality.pk),
        at=NOON,
    )


def test_the_duo_of_the_area_owes_an_answer_within_the_promised_days(town, area, adviser):
    given = begin(town, area, needs=(InitiativeNeed.SUBSIDY,), email="ik@voorbeeld.nl")
    made = Initiative.objects.get(reference=given.reference)
    assert made.responsible_area == area
    assert made.waiting_since == NOON
    assert TODAY < made.due_on < TODAY + timedelta(days=14)
    assert adviser.advises(made.responsible_area_id)
    assert InitiativeContact.objects.get().email == "ik@voorbeeld.nl"
    assert initiative_id_of(code=given.code) == made.pk
    assert signal_id_of(code=given.code) is None


def test_without_a_place_it_belongs_to_the_whole_municipality(town):
    given = begin(town)
    made = Initiative.objects.get(reference=given.reference)
    assert (made.area, made.responsible_area) == (None, town.area)


def test_sent_twice_it_is_one_initiative_with_one_code(town, area):
    first, again = begin(town, area), begin(town, area)
    assert Initiative.objects.count() == 1
    assert (first.code, again.is_repeat) == (again.code, True)


def test_neither_code_nor_token_is_stored(town, area):
    given = begin(town, area)
    row = str(Initiative.objects.values().get())
    assert given.code not in row
    assert "een-geheim" not in row
    stored = Initiative.objects.get().receipt_hash
    assert stored == settings.KEYRING.receipt_hash(given.code)


@pytest.mark.parametrize("told", [{"idea": "  "}, {"idea": "x" * 2001}, {"who": "x" * 301}])
def test_nothing_or_too_much_is_refused_beside_its_field(town, area, told):
    with pytest.raises(Refused) as refused:
        begin(town, area, **told)
    assert refused.value.field in told
    assert not Initiative.objects.exists()


def test_an_area_of_another_municipality_is_refused(town, area):
    told = InitiativeTold(submission="x", idea="Iets", area_id=area.pk + 10_000)
    with pytest.raises(Refused):
        actions.start_initiative(
            municipality_id=town.municipality.pk, told=told, by=resident(), at=NOON
        )


def test_words_that_point_at_a_person_are_kept_out_of_sight(town, area):
    begin(town, area, idea="Meneer Jansen van nummer 5 moet ook meedoen.")
    assert Initiative.objects.get().is_sensitive


def test_both_sides_see_the_same_waiting_days_until_the_decision(town, area, adviser):
    given = begin(town, area)
    key = Initiative.objects.get().pk
    week_later = NOON + timedelta(days=7)
    assert followed(initiative_id=key, on=dutch_day(week_later)).waited == 5
    actions.decide_initiative(
        reference=given.reference,
        outcome=InitiativeOutcome.GRANTED,
        reason="Een mooi plan. U krijgt de tafels van ons.",
        by=adviser,
        at=week_later,
    )
    seen = followed(initiative_id=key, on=dutch_day(week_later) + timedelta(days=60))
    assert (seen.is_waiting, seen.waited) == (False, 5)
    assert seen.decisions[0].reason.startswith("Een mooi plan")
    assert Initiative.objects.get().due_on == NEVER_DUE


def test_an_interim_answer_promises_the_day_of_the_decision(town, area, adviser):
    given = begin(town, area)
    with pytest.raises(Refused, match="Kies de dag"):
        actions.answer_starter(
            reference=given.reference, text="Dank u", promised_on=None, by=adviser, at=NOON
        )
    on = TODAY + timedelta(days=10)
    actions.answer_starter(
        reference=given.reference, text="Wij komen kijken.", promised_on=on, by=adviser, at=NOON
    )
    made = Initiative.objects.get()
    assert (made.due_on, made.answered_at, made.waiting_since) == (on, NOON, NOON)
    with pytest.raises(Refused, match="Beloof een dag uiterlijk"):
        actions.answer_starter(
            reference=given.reference,
            text="Later.",
            promised_on=date(2030, 1, 1),
            by=adviser,
            at=NOON,
        )


def test_who_writes_after_the_decision_waits_again_until_answered(town, area, adviser):
    given = begin(town, area)
    decide = {"reason": "Er is geen plek.", "by": adviser, "at": NOON}
    actions.decide_initiative(
        reference=given.reference, outcome=InitiativeOutcome.REFUSED, **decide
    )
    for _again in range(2):
        actions.write_further(
            code=given.code, text="Waarom niet?", language="nl", submission="s",
            by=resident(), at=NOON,
        )  # fmt: skip
    made = Initiative.objects.get()
    assert made.messages.count() == 1
    assert made.waiting_since == NOON
    actions.answer_starter(
        reference=given.reference, text="Omdat …", promised_on=None, by=adviser, at=NOON
    )
    assert Initiative.objects.get().waiting_since is None


def test_a_task_is_handed_over_only_to_who_asked_for_it(town, area, adviser):
    given = begin(town, area, needs=(InitiativeNeed.HELP,))
    decide = {"outcome": InitiativeOutcome.CHALLENGE_ACCEPTED, "reason": "Doe het!"}
    with pytest.raises(Refused, match="niet gevraagd"):
        actions.decide_initiative(reference=given.reference, **decide, by=adviser, at=NOON)
    other = begin(town, area, submission="b", needs=(InitiativeNeed.CHALLENGE,))
    actions.decide_initiative(reference=other.reference, **decide, by=adviser, at=NOON)
    assert Initiative.objects.get(reference=other.reference).decision == "challenge_accepted"


def test_taken_back_nothing_of_the_words_is_left(town, area, adviser):
    given = begin(town, area, email="ik@voorbeeld.nl", who="Een paar buren")
    actions.write_further(
        code=given.code, text="Nog iets", language="nl", submission="s", by=resident(), at=NOON
    )
    actions.say_status_myself(
        code=given.code, status=InitiativeStatus.STOPPED, why="Ruzie", by=resident(), at=NOON
    )
    actions.withdraw_initiative(code=given.code, by=resident(), at=NOON)
    made = Initiative.objects.get()
    assert (made.idea, made.who, made.messages.count()) == ("", "", 0)
    assert not InitiativeContact.objects.exists()
    assert "Ruzie" not in {said.why for said in made.statements.all()}
    with pytest.raises(Refused, match="ingetrokken"):
        actions.decide_initiative(
            reference=given.reference, outcome=InitiativeOutcome.GRANTED, reason="Ja",
            by=adviser, at=NOON,
        )  # fmt: skip


def test_every_look_at_a_contact_is_logged_with_its_reason(town, area, adviser):
    given = begin(town, area, phone="0612345678")
    with pytest.raises(Refused, match="waarom"):
        actions.read_contact(reference=given.reference, reason="x", by=adviser, at=NOON)
    found = actions.read_contact(
        reference=given.reference, reason="Afspreken voor een bezoek", by=adviser, at=NOON
    )
    assert found.phone == "0612345678"
    line = AuditLine.objects.get(action="contact.read")
    assert (line.subject, line.reason) == ("initiative", "Afspreken voor een bezoek")
    assert "0612345678" not in str(line.__dict__)


def test_a_wrong_code_opens_nothing(town, area):
    begin(town, area)
    with pytest.raises(OutOfScope):
        actions.say_status_myself(
            code="0" * 16, status=InitiativeStatus.ACTIVE, why="", by=resident(), at=NOON
        )
