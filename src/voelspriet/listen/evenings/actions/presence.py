# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting who came: counters only, no row for anybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.actions.holding import audit_evening, held_evening
from voelspriet.listen.evenings.choices import EveningState, PresenceAspect
from voelspriet.listen.evenings.models import Evening, PresenceCount, Voice
from voelspriet.listen.evenings.queries.presence import categories_of
from voelspriet.listen.evenings.rules.helpers import may_take_notes
from voelspriet.listen.evenings.rules.joining import PhoneToken
from voelspriet.listen.evenings.rules.room import MOST_COUNTED

Card = Mapping[PresenceAspect, str]


@action
def hand_in_card(*, token: PhoneToken, card: Card, by: Actor, at: datetime) -> None:
    """Count what somebody in the room said about themselves; an empty answer counts as nothing.

    Each answer goes to a counter of its own and nowhere else: nobody can tell which answers came
    from one card. Refuses: a phone that is not in the room, an evening that is over.
    """
    found = Voice.objects.select_related("evening__area").filter(
        token_hash=token.hash, evening__reference=token.evening_reference
    )
    voice = found.first()
    if voice is None or voice.evening.state != EveningState.OPEN:
        raise Refused(_("De avond is nu niet bezig."))
    _add(voice.evening, {(aspect, said): 1 for aspect, said in card.items() if said})
    audit_evening("presence.card", voice.evening, by, at)


@action
def count_presence(
    *,
    reference: str,
    counts: Mapping[tuple[PresenceAspect, str], int],
    by: Actor,
    at: datetime,
) -> None:
    """Add what was counted on paper cards or raised hands.

    Refuses: nothing, a negative or huge number, an evening that did not begin. OutOfScope:
    whoever takes no notes here.
    """
    evening = held_evening(reference, by, may_take_notes)
    if evening.state == EveningState.PREPARED:
        raise Refused(_("De avond is nog niet begonnen."))
    if any(not 0 <= number <= MOST_COUNTED for number in counts.values()):
        raise Refused(_("Vul een aantal in van 0 tot en met 2000."))
    typed = {key: number for key, number in counts.items() if number}
    if not typed:
        raise Refused(_("Vul ten minste één aantal in."))
    _add(evening, typed)
    audit_evening("presence.count", evening, by, at, aspects=len({one for one, _said in typed}))


def _add(evening: Evening, counts: Mapping[tuple[PresenceAspect, str], int]) -> None:
    known = categories_of(evening)
    for (aspect, said), number in sorted(counts.items()):
        if said not in {name for name, _label in known[aspect]}:
            raise Refused(_("Kies een van de antwoorden."))
        row, _made = PresenceCount.objects.get_or_create(
            evening=evening, aspect=aspect, category=said
        )
        room = PresenceCount.objects.filter(pk=row.pk, count__lte=MOST_COUNTED - number)
        if not room.update(count=F("count") + number):
            raise Refused(_("Vul een aantal in van 0 tot en met 2000."))
