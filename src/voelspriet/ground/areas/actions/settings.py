# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changing what a municipality promises and how it is reached."""

from __future__ import annotations

from datetime import datetime
from email.utils import parseaddr

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.ground.privacy.writing import action

LONGEST_SENDER = 120  # characters
LONGEST_DAYS = 120  # working days: about half a year


@action
def change_municipality(
    *,
    phone: str,
    sender: str,
    first_answer_days: int,
    longest_promise_days: int,
    director_after_days: int,
    executive_after_days: int,
    by: Actor,
    at: datetime,
) -> None:
    """Change the promises of a municipality (working days), its phone and its sender of mail.

    What was promised before keeps its day. Refuses: no administrator, a first answer in less
    than 1 or more than the longest promise, a longest promise over 120, an escalation to the
    executive before the one to the director, a sender that is no mail address.
    """
    if by.municipality_id is None or not (
        by.kind is ActorKind.SYSTEM or by.has(Role.ADMINISTRATOR)
    ):
        raise Refused(_("Alleen een beheerder mag dit."))
    if not 1 <= longest_promise_days <= LONGEST_DAYS:
        raise Refused(_("Kies 1 tot en met 120 werkdagen."), field="longest_promise_days")
    if not 1 <= first_answer_days <= longest_promise_days:
        raise Refused(
            _("Het eerste antwoord komt na ten minste 1 dag en voor de langste belofte."),
            field="first_answer_days",
        )
    if not 0 <= director_after_days <= executive_after_days <= LONGEST_DAYS:
        raise Refused(_("De bestuurder kijkt pas na de directeur."), field="executive_after_days")
    Municipality.objects.filter(pk=by.municipality_id).update(
        phone=phone.strip()[:20],
        sender=_checked_sender(sender),
        first_answer_days=first_answer_days,
        longest_promise_days=longest_promise_days,
        director_after_days=director_after_days,
        executive_after_days=executive_after_days,
    )
    record(
        "municipality.change",
        by=by,
        at=at,
        subject="municipality",
        reference=str(by.municipality_id),
        first_answer_days=first_answer_days,
        longest_promise_days=longest_promise_days,
        director_after_days=director_after_days,
        executive_after_days=executive_after_days,
    )


def _checked_sender(sender: str) -> str:
    """Return who mails come from, empty for the installation's own; a wrong one would stop all."""
    sender = sender.strip()
    if not sender:
        return ""
    try:
        validate_email(parseaddr(sender)[1])
    except ValidationError as error:
        raise Refused(_("Vul een mailadres in, met of zonder naam."), field="sender") from error
    if len(sender) > LONGEST_SENDER or not sender.isprintable():
        raise Refused(_("Vul een mailadres in, met of zonder naam."), field="sender")
    return sender
