# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions of resident evenings by which an ambition is noticed, and what was answered."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from voelspriet.act.plans.actions.plans import audit
from voelspriet.act.plans.actions.themes import keep_measurement, written_ambition
from voelspriet.act.plans.models import Ambition, EveningIndicator
from voelspriet.act.plans.rules.access import row_of
from voelspriet.act.plans.rules.facts_of_rows import facts_of
from voelspriet.act.plans.told import EveningIndicatorTold, MeasurementTold
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action

MOST_QUESTIONS = 12
SOURCE_LIMIT, NOTE_LIMIT, ANSWERS_LIMIT = 200, 300, 500


@action
def add_evening_indicator(
    *, reference: str, told: EveningIndicatorTold, by: Actor, at: datetime
) -> None:
    """Say by which question of an evening an ambition is noticed, and which answers count.

    Refuses an ambition that is no percentage of answers to a question, the same question of the
    same evening twice, and no answer at all.
    """
    one, plan = written_ambition(reference, by)
    if not facts_of(one).is_asked_share:
        raise Refused(
            _("Kies bij de ambitie eerst het procentteken als eenheid, en een vraag uit een"
              " onderzoek of avond als plek waar het cijfer vandaan komt.")
        )  # fmt: skip
    if not told.answers:
        raise Refused(_("Kies welk antwoord telt als gehaald."), field="answers")
    there = one.evening_indicators.all()
    if there.filter(evening_reference=told.evening_reference, question=told.question).exists():
        raise Refused(_("Deze vraag van deze avond staat al bij de ambitie."), field="answers")
    if there.count() >= MOST_QUESTIONS:
        raise Refused(_("Er staan al %(count)s vragen bij deze ambitie.")
                      % {"count": MOST_QUESTIONS}, field="answers")  # fmt: skip
    EveningIndicator.objects.create(
        ambition=one,
        evening_reference=told.evening_reference,
        evening_title=told.evening_title,
        held_on=told.held_on,
        question=told.question,
        words=told.words[:ANSWERS_LIMIT],
        answers=list(told.answers),
        answer_words=told.answer_words[:ANSWERS_LIMIT],
    )
    audit("plan.evening_indicator_add", plan, by, at)


@action
def remove_evening_indicator(*, reference: str, indicator_id: int, by: Actor, at: datetime) -> None:
    """Say that an ambition is not noticed by a question. Refuses one that was taken over."""
    one, plan = written_ambition(reference, by)
    found = _indicator(one, indicator_id)
    if _is_taken(found):
        raise Refused(_("Het antwoord is overgenomen als meting. Dan blijft de vraag erbij."))
    found.delete()
    audit("plan.evening_indicator_remove", plan, by, at)


@action
def take_evening_answer(
    *, reference: str, indicator_id: int, share: Decimal, n: int, by: Actor, at: datetime
) -> None:
    """Keep what an evening answered as a measurement of its day: `share` per cent of `n`.

    Refuses an answer that was taken over before, and as `record_measurement` does. It is marked
    as said by who came, so that no course rests on it.
    """
    one, plan = written_ambition(reference, by)
    found = _indicator(one, indicator_id)
    if _is_taken(found):
        raise Refused(_("Dit antwoord is al overgenomen."))
    told = MeasurementTold(
        measured_on=found.held_on,
        value=share,
        source=f"{found.evening_title}: {found.words}"[:SOURCE_LIMIT],
        n=n,
        note=(_("Telt als gehaald: %(answers)s.") % {"answers": found.answer_words})[:NOTE_LIMIT],
    )
    keep_measurement(one, told, by=by, at=at, indicator=found)
    audit("plan.evening_answer_take", plan, by, at)


def _is_taken(found: EveningIndicator) -> bool:
    return hasattr(found, "measurement")


def _indicator(one: Ambition, indicator_id: int) -> EveningIndicator:
    return row_of(one.evening_indicators.all(), indicator_id, _("Deze vraag is er niet."))
