# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which signals may become a case, who reads one, and what may not stand in its words."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.analysis.text.pseudonyms import Kind, propose
from voelspriet.answer.cases.choices import CaseState
from voelspriet.answer.cases.models import LearningCase
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.wording import brief
from voelspriet.listen.conversations.rules.guards import warnings_about
from voelspriet.listen.evenings.rules.guarding import guard
from voelspriet.listen.intake.choices import Openness, SignalStatus
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.access import directed_signals
from voelspriet.listen.intake.rules.status import is_flagged, is_locked, is_withdrawn

READERS = (
    Role.AREA_ADVISER,
    Role.HANDLER,
    Role.DIRECTOR,
    Role.POLICY_ADVISER,
    Role.EXECUTIVE,
    Role.RESEARCHER,
)
TITLE_LIMIT = 120
TOLD_LIMIT = 400
QUESTIONS_LIMIT = 800
LESSONS_LIMIT = 1200
QUIET = timedelta(days=30)
DRAFT_KEPT = timedelta(days=90)
PUBLISHED_KEPT = timedelta(days=1826)
SAME_WORDS = 5
WORD = re.compile(r"\w+")
# what looks like a name or an address may be a mistake; a number or account never is
DOUBT = frozenset({Kind.NAME, Kind.ADDRESS, Kind.OTHER})


def readable_cases(by: Actor) -> QuerySet[LearningCase]:
    """Return the cases `by` may read: published ones, and drafts of signals they answer for."""
    if not by.is_staff or by.municipality_id is None or not by.has(*READERS):
        return LearningCase.objects.none()
    own = Q(state=CaseState.DRAFT, signal__in=directed_signals(by).values("pk"))
    return LearningCase.objects.filter(municipality_id=by.municipality_id).filter(
        Q(state=CaseState.PUBLISHED) | own
    )


def why_not(signal: Signal, at: datetime) -> str:
    """Return why a signal cannot become a case; empty when it can."""
    if signal.status != SignalStatus.ANSWERED or signal.closed_at is None:
        return _("Deze melding loopt nog. Een leercasus gaat over wat voorbij is.")
    if at - signal.closed_at < QUIET:
        return _("Deze melding is nog geen 30 dagen gesloten. Wacht tot niemand haar meer herkent.")
    if is_flagged(signal) or is_locked(signal) or is_withdrawn(signal):
        return _("Deze melding wijst naar een persoon, is op slot of is ingetrokken.")
    if signal.openness == Openness.CONFIDENTIAL:
        return _("Deze melding is in vertrouwen gedaan: alleen voor de adviseurs.")
    return ""


def clean(
    text: str, limit: int, field: str, *, original: str, places: Collection[str], is_nobody: bool
) -> str:
    """Return a colleague's words as they are stored; empty stays empty.

    Refuses what points at a person by the guards or by the rules that propose pseudonyms
    (`is_nobody` sets doubt about a name or address aside), words about origin, belief, orientation
    or health, the name of an area (`places`), and five words in a row that the reporter wrote.
    """
    words = brief(text, limit, field)
    if not words:
        return ""
    guard(words, field=field, is_nobody=is_nobody)
    found = [one for one in propose(words) if not (is_nobody and one.kind in DOUBT)]
    sensitive = [word for one in warnings_about(words) for word in one.words]
    seen = [*(one.text for one in found), *sensitive, *named_places(words, places)]
    if seen:
        raise Refused(
            _("Dit kan naar iemand wijzen: %(words)s. Schrijf het zonder.")
            % {"words": ", ".join(seen)},
            field=field,
        )
    same = same_words(words, original)
    if same:
        raise Refused(
            _("Dit zijn woorden van de melder: “%(words)s”. Vat het samen in uw eigen woorden.")
            % {"words": same},
            field=field,
        )
    return words


def named_places(text: str, places: Collection[str]) -> tuple[str, ...]:
    """Return which of these places a text names, in any case.

    >>> named_places("In havenkrans bleef het donker.", ["Havenkrans", "Lantaarn"])
    ('Havenkrans',)
    """
    told = text.casefold()
    return tuple(
        one for one in places if re.search(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", told)
    )


def same_words(text: str, original: str) -> str:
    """Return five words in a row that both texts hold; empty when there are none.

    >>> same_words("Het licht bij de tunnel was stuk.", "Ik zag dat het licht bij de tunnel uit is")
    'het licht bij de tunnel'
    >>> same_words("Het licht was stuk.", "het licht bij de tunnel")
    ''
    """
    there = WORD.findall(original.casefold())
    runs = {tuple(there[n : n + SAME_WORDS]) for n in range(len(there) - SAME_WORDS + 1)}
    ours = WORD.findall(text.casefold())
    for n in range(len(ours) - SAME_WORDS + 1):
        if tuple(ours[n : n + SAME_WORDS]) in runs:
            return " ".join(ours[n : n + SAME_WORDS])
    return ""
