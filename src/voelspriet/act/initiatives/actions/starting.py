# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A resident begins an initiative: it is kept, belongs to a duo, and an answer has a day."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from voelspriet.act.initiatives.actions.standing import add_statement
from voelspriet.act.initiatives.actions.writing import audit
from voelspriet.act.initiatives.choices import (
    InitiativeOrigin,
    InitiativeStatus,
    StatementOrigin,
)
from voelspriet.act.initiatives.models import Initiative, InitiativeContact
from voelspriet.act.initiatives.queries.codes import OWN, begun_before, receipt_again
from voelspriet.act.initiatives.told import IDEA_LIMIT, WORDS_LIMIT, InitiativeTold
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.wording import brief
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import add_working_days, dutch_day
from voelspriet.listen.intake.choices import Channel
from voelspriet.listen.intake.queries.codes import signal_id_of
from voelspriet.listen.intake.rules.codes import MOST_TRIES, receipt_code, submission_hash
from voelspriet.listen.intake.rules.person_flag import points_at_person
from voelspriet.listen.intake.told import Receipt

LANGUAGES = frozenset({"nl", "en", "tr", "ar"})
STARTER = "starter"


@action
def start_initiative(
    *,
    municipality_id: int,
    told: InitiativeTold,
    by: Actor,
    at: datetime,
    channel: Channel = Channel.WEB,
    rng: random.Random = SYSTEM_RANDOM,
) -> Receipt:
    """Receive an initiative and return its receipt; a repeated submission gets the same one.

    Finds the area whose duo answers, promises an answer within the municipality's working days,
    keeps a contact apart and encrypted, and marks words that point at a person as sensitive.
    Refuses: no idea, too long, an area of another municipality.
    """
    earlier = begun_before(told.submission)
    if earlier is not None:
        audit("initiative.repeat", earlier, by, at)
        return receipt_again(earlier, told.submission)
    values = _values(Municipality.objects.get(pk=municipality_id), told, at=at)
    made, code = _create(told, values | {"channel": channel}, rng)
    if made is None:  # another request with the same submission was first
        earlier = begun_before(told.submission)
        if earlier is None:
            raise Refused(_("Dit ging niet goed. Probeer het nog een keer."))
        audit("initiative.repeat", earlier, by, at)
        return receipt_again(earlier, told.submission)
    if told.email.strip() or told.phone.strip():
        InitiativeContact.objects.create(
            initiative=made, email=told.email.strip()[:254], phone=told.phone.strip()[:20]
        )
    add_statement(
        made,
        status=InitiativeStatus.IDEA,
        origin=StatementOrigin.STARTER,
        source=STARTER,
        said_on=dutch_day(at),
        at=at,
    )
    audit("initiative.start", made, by, at, language=made.language, needs=list(made.needs))
    return Receipt(reference=made.reference, code=code, is_repeat=False)


def _create(
    told: InitiativeTold, values: dict[str, Any], rng: random.Random
) -> tuple[Initiative | None, str]:
    """Write the row; None when another request wrote this submission meanwhile."""
    hashed = submission_hash(settings.KEYRING, OWN + told.submission)
    for attempt in range(MOST_TRIES):
        code = receipt_code(settings.KEYRING, OWN + told.submission, attempt)
        if signal_id_of(code=code) is not None:  # one code opens one thing
            continue
        try:
            with transaction.atomic():
                made = Initiative.objects.create(
                    reference=new_reference("I", rng=rng),
                    receipt_hash=settings.KEYRING.receipt_hash(code),
                    submission=hashed,
                    **values,
                )
        except IntegrityError:
            if Initiative.objects.filter(submission=hashed).exists():
                return None, ""
            continue
        return made, code
    raise IntegrityError("No free reference or receipt code was found.")


def _values(municipality: Municipality, told: InitiativeTold, *, at: datetime) -> dict[str, Any]:
    idea = brief(told.idea, IDEA_LIMIT, "idea")
    if not idea:
        raise Refused(_("Vertel wat u wilt doen."), field="idea")
    here = Area.objects.filter(
        municipality_code=municipality.area_code, year=municipality.area_year
    )
    area = here.filter(pk=told.area_id or 0).first()
    if told.area_id is not None and area is None:
        raise Refused(_("Kies een buurt uit de lijst."), field="area")
    words = {
        "who": brief(told.who, WORDS_LIMIT, "who"),
        "open_for": brief(told.open_for, WORDS_LIMIT, "open_for"),
        "who_missing": brief(told.who_missing, WORDS_LIMIT, "who_missing"),
    }
    return {
        "municipality": municipality,
        "area": area,
        "responsible_area": area or here.get(code=municipality.area_code),
        "origin": InitiativeOrigin.RESIDENT,
        "language": told.language if told.language in LANGUAGES else "nl",
        "idea": idea,
        "needs": [str(need) for need in dict.fromkeys(told.needs)],
        "may_list": told.may_list,
        "is_sensitive": any(points_at_person(text) for text in (idea, *words.values())),
        "started_at": at,
        "last_heard_on": dutch_day(at),
        "waiting_since": at,
        "due_on": add_working_days(dutch_day(at), municipality.first_answer_days),
        **words,
    }
