# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who could be guessed from a line on a neighbourhood's page? Hints, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.analysis.disclosure import (
    SENSITIVE_DAYS,
    SENSITIVE_REPORTERS,
    THRESHOLD,
    may_show_sensitive,
)
from voelspriet.answer.pages.models import Story
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import SENSITIVE_CATEGORIES, SignalStatus
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.person_flag import signs_of_person
from voelspriet.listen.intake.rules.status import is_flagged, is_locked

SHORTEST_CHECK = 10
# an answer closes what was declined; only what was declined holds a reason then
DECLINED = Q(status=SignalStatus.DECLINED) | (
    Q(status=SignalStatus.ANSWERED) & ~Q(status_reason="")
)
# a spot: "the corner of", "opposite", "number 12", a stairwell, a storey: one door is enough
POINT_LIKE = re.compile(
    r"(\bhoek\b|tegenover|\bnaast\b|portiek|galerij|\bflat\b|\bnummer\b|\bnr\.?\s?\d|verdieping|"
    r"\bachter\s+(de|het)\b|\bvoordeur\b|\bbalkon\b|\b\d{1,4}\s?[a-h]?\b(?!\s*(uur|dagen|weken|"
    r"maanden|jaar|keer|meldingen|mensen|lampen|bomen|euro|procent|%)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GuessFacts:
    """What is known of the voices behind a story."""

    is_sensitive: bool
    signals: int
    reporters: int
    youngest_days: int | None
    area_count: int
    has_locked: bool
    has_flagged: bool


@dataclass(frozen=True, slots=True)
class Hint:
    """Something by which a person could be guessed; `blocks` says it may not be published so."""

    code: str
    text: str
    blocks: bool


def guess_hints(*, facts: GuessFacts, texts: Iterable[str]) -> tuple[Hint, ...]:
    """Return what could give somebody away, what forbids publishing first."""
    words = list(texts)
    found = [*_hints_of_voices(facts), *_hints_of_words(words)]
    return tuple(sorted(found, key=lambda hint: not hint.blocks))


def _hints_of_voices(facts: GuessFacts) -> Iterable[Hint]:
    if facts.has_locked:
        yield Hint("locked", _("Een melder wil eerst gevraagd worden, of zei nee."), blocks=True)
    if facts.is_sensitive and facts.signals:
        days = facts.youngest_days or 0
        if days < SENSITIVE_DAYS:
            text = _("Dit is gevoelig en nog geen %(days)s dagen geleden.")
            yield Hint("recent", text % {"days": SENSITIVE_DAYS}, blocks=True)
        if facts.reporters < SENSITIVE_REPORTERS:
            text = _("Dit is gevoelig en komt niet zeker van %(count)s verschillende mensen.")
            yield Hint("reporters", text % {"count": SENSITIVE_REPORTERS}, blocks=True)
    elif facts.is_sensitive:
        yield Hint("sensitive", _("Dit gaat over iets gevoeligs."), blocks=False)
    else:
        yield from _milder_hints(facts)
    if facts.has_flagged:
        yield Hint("flagged", _("Een melding hierachter wijst naar een persoon."), blocks=False)
    if facts.signals and facts.area_count < THRESHOLD:
        yield Hint("rare", _("Dit soort melding is zeldzaam in deze buurt."), blocks=False)


def _milder_hints(facts: GuessFacts) -> Iterable[Hint]:
    if facts.signals and facts.reporters < SENSITIVE_REPORTERS:
        text = ngettext(
            "Hierachter staat zeker maar %(count)s melder.",
            "Hierachter staan zeker maar %(count)s melders.",
            facts.reporters,
        )
        yield Hint("few", text % {"count": facts.reporters}, blocks=False)
    if facts.youngest_days is not None and facts.youngest_days < SENSITIVE_DAYS:
        text = _("De melding is nog geen %(days)s dagen oud.")
        yield Hint("recent", text % {"days": SENSITIVE_DAYS}, blocks=False)


def _hints_of_words(words: list[str]) -> Iterable[Hint]:
    signs = frozenset().union(*(signs_of_person(text) for text in words))
    if signs:
        yield Hint("person", _("De tekst kan naar een persoon wijzen."), blocks=False)
    if any(POINT_LIKE.search(text) for text in words):
        yield Hint("point", _("De tekst noemt een precieze plek of een huisnummer."), blocks=False)


def may_publish(facts: GuessFacts) -> bool:
    """Tell whether the voices behind a story allow it to be public."""
    if facts.has_locked:
        return False
    if not (facts.is_sensitive and facts.signals):
        return True
    return may_show_sensitive(reporters=facts.reporters, youngest_days=facts.youngest_days or 0)


def facts_of(
    *, story: Story, signals: Iterable[Signal], reporters: int, area_count: int, at: datetime
) -> GuessFacts:
    """Gather what is known of the voices behind a story."""
    told = list(signals)
    return GuessFacts(
        is_sensitive=story.category in SENSITIVE_CATEGORIES
        or any((one.category or one.suggested_category) in SENSITIVE_CATEGORIES for one in told),
        signals=len(told),
        reporters=reporters,
        youngest_days=min(((at - one.received_at).days for one in told), default=None),
        area_count=area_count,
        has_locked=any(is_locked(one) for one in told),
        has_flagged=any(is_flagged(one) for one in told),
    )


def visible_stories(by: Actor) -> QuerySet[Story]:
    """Return the stories of the adviser's areas."""
    if not by.has(Role.AREA_ADVISER):
        return Story.objects.none()
    return Story.objects.filter(area_id__in=sorted(by.area_ids))


def must_advise(by: Actor, area_id: int) -> None:
    """Refuse (OutOfScope) whoever is no adviser of the area."""
    if not by.advises(area_id):
        raise OutOfScope(_("Dit bericht is er niet."))


def must_be_checked(check: str) -> str:
    """Return the answer to "who could be guessed?"; refuse a missing one."""
    if len(check.strip()) < SHORTEST_CHECK:
        raise Refused(
            _("Schrijf eerst op wie hieruit te raden is, en waarom het toch kan."),
            field="guess_check",
        )
    return check.strip()
