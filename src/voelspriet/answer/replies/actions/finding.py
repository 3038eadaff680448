# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding the thing an action is about, within the actor's scope, or OutOfScope."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.answer.replies.models import Answer
from voelspriet.answer.replies.rules.access import answerable
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.listen.intake.models import Signal

TEXT_LIMIT = 5000


def own_signal(*, reference: str, by: Actor) -> Signal:
    """Return a signal this actor owes the answers of. Raises OutOfScope."""
    signal = (
        answerable(by)
        .select_related("municipality", "told_with")
        .filter(reference=reference)
        .first()
    )
    if signal is None:
        raise OutOfScope(_("Deze melding is er niet."))
    return signal


def own_answer(*, reference: str, by: Actor) -> Answer:
    """Return an answer of a signal this actor owes the answers of. Raises OutOfScope."""
    answer = (
        Answer.objects.select_related("signal", "signal__municipality", "signal__told_with")
        .filter(reference=reference, signal__in=answerable(by))
        .first()
    )
    if answer is None:
        raise OutOfScope(_("Dit antwoord is er niet."))
    return answer


def worded(text: str, *, field: str = "text") -> str:
    """Return text without white space around it. Raises Refused when empty or too long."""
    words = text.strip()
    if not words:
        raise Refused(_("Schrijf eerst iets."), field=field)
    if len(words) > TEXT_LIMIT:
        raise Refused(
            _("Dit is te lang. Schrijf ten hoogste %(limit)s tekens.") % {"limit": TEXT_LIMIT},
            field=field,
        )
    return words
