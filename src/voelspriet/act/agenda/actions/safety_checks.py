# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checking a plan of another department on safety, and what that does with the advice."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import worded
from voelspriet.act.agenda.choices.safety_checks import (
    AdviceReply,
    PlanSector,
    SafetyAnswerKind,
    SafetyQuestion,
)
from voelspriet.act.agenda.models import SafetyAnswer, SafetyCheck
from voelspriet.act.agenda.rules.safety_checks import (
    ADVICE_LIMIT,
    PLAN_LIMIT,
    REPLY_LIMIT,
    WORDS_LIMIT,
    advises_on,
    replies_to,
    visible_checks,
)
from voelspriet.ground.areas.queries import areas
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference

Answers = Mapping[SafetyQuestion, tuple[SafetyAnswerKind, str]]


@action
def check_plan(
    *,
    plan: str,
    sector: PlanSector,
    area_id: int,
    department_id: int,
    answers: Answers,
    advice: str,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Fill in the check for a plan in an area, with advice; return its reference.

    A question may stay open. Refuses no plan, no advice and no answer at all. OutOfScope: an
    area `by` does not advise on, an organisation of another municipality.
    """
    _must_be_here(area_id, department_id, by)
    if not answers:
        raise Refused(_("Beantwoord ten minste één vraag."))
    check = SafetyCheck.objects.create(
        municipality_id=by.municipality_id or 0,
        area_id=area_id,
        reference=new_reference("V", rng=rng),
        plan=worded(plan, PLAN_LIMIT, "plan"),
        sector=sector,
        department_id=department_id,
        advice=worded(advice, ADVICE_LIMIT, "advice"),
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    SafetyAnswer.objects.bulk_create(
        SafetyAnswer(safety_check=check, question=one, answer=answer, words=words[:WORDS_LIMIT])
        for one, (answer, words) in answers.items()
    )
    _audit("safety_check.make", check, by, at, answers=len(answers))
    return check.reference


@action
def reply_to_check(
    *, reference: str, reply: AdviceReply, words: str, by: Actor, at: datetime
) -> None:
    """Write down, once, what the department does with the advice, and why.

    For the department's own people and who advised. Refuses a second reply and no words.
    """
    check = visible_checks(by).select_for_update().filter(reference=reference).first()
    if check is None:
        raise OutOfScope(_("Deze toets is er niet."))
    if not replies_to(by, check):
        raise Refused(_("De afdeling zelf of wie adviseerde, schrijft het antwoord op."))
    if check.replied_at is not None:
        raise Refused(_("De afdeling heeft al geantwoord."))
    check.reply, check.replied_at = reply, at
    check.reply_words = worded(words, REPLY_LIMIT, "words")
    check.save(update_fields=["reply", "reply_words", "replied_at"])
    _audit("safety_check.reply", check, by, at, reply=str(reply))


def _must_be_here(area_id: int, department_id: int, by: Actor) -> None:
    known = {row.id for row in areas(municipality_id=by.municipality_id or 0)}
    if area_id not in known or not advises_on(by, area_id):
        raise OutOfScope(_("Dit gebied is er niet."))
    party = Organisation.objects.filter(
        pk=department_id, municipality_id=by.municipality_id or 0, is_active=True
    )
    if not party.exists():
        raise OutOfScope(_("Deze organisatie is er niet."))


def _audit(name: str, check: SafetyCheck, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="safety_check",
        reference=check.reference,
        municipality_id=check.municipality_id,
        **detail,
    )
