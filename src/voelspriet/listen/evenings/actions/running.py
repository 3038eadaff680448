# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leading an evening: begin, one part after another, results, the end."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM
from voelspriet.listen.evenings.actions.holding import audit_evening, held_evening, tell_screens
from voelspriet.listen.evenings.choices import EveningState, ItemKind
from voelspriet.listen.evenings.models import Evening, EveningItem
from voelspriet.listen.evenings.queries.rows import part_of
from voelspriet.listen.evenings.rules.joining import new_code
from voelspriet.listen.evenings.rules.running import Deed, neighbour_of, refusal

MOST_TRIES = 40
LANGUAGES = frozenset({"nl", "en", "tr", "ar"})


@action
def steer_evening(
    *, reference: str, deed: Deed, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> None:
    """Do one thing that moves an evening on; every screen shows it within two seconds.

    START gives the room its six digits. NEXT and PREVIOUS close the question that is on; a question
    that is on for the first time opens at once. OPEN lets people answer again. SHOW and HIDE are
    about the results of the part that is on. AGREE: the room itself wants to see numbers though it
    is small. END gives the digits free and closes every question, for good.

    Refuses what does not fit where the evening stands. OutOfScope: whoever does not lead it.
    """
    evening = held_evening(reference, by)
    items = list(EveningItem.objects.filter(evening=evening).order_by("position"))
    current = next((one for one in items if one.pk == evening.current_item_id), None)
    reason = refusal(
        deed,
        EveningState(evening.state),
        part_of(current) if current else None,
        parts=len(items),
    )
    if reason is not None:
        raise Refused(str(reason))
    if deed is Deed.START:
        _start(evening, at, rng)
    elif deed is Deed.END:
        _end(evening, at)
    elif deed is Deed.AGREE:
        evening.shows_numbers = not evening.shows_numbers
        evening.save(update_fields=["shows_numbers"])
    elif deed in {Deed.NEXT, Deed.PREVIOUS}:
        _step(evening, items, 1 if deed is Deed.NEXT else -1, at)
    elif current is not None:
        _ABOUT_CURRENT[deed](current, at)
    tell_screens(evening)
    audit_evening(f"evening.{deed}", evening, by, at, item=current.position if current else 0)


@action
def go_to_part(*, reference: str, item_id: int, by: Actor, at: datetime) -> None:
    """Put a part on that is not the next one. Refuses when the evening is not under way.

    OutOfScope: a part of another evening, whoever does not lead it.
    """
    evening = held_evening(reference, by)
    if evening.state != EveningState.OPEN:
        raise Refused(_("De avond is nu niet bezig."))
    found = EveningItem.objects.filter(evening=evening, pk=item_id).first()
    if found is None:
        raise OutOfScope(_("Dit onderdeel is er niet."))
    _put_on(evening, found, at)
    tell_screens(evening)
    audit_evening("evening.go_to_part", evening, by, at, item=found.position)


@action
def put_language_beside(*, reference: str, language: str, by: Actor, at: datetime) -> None:
    """Show a second language on the big screen; empty takes it away. Every wall shows it.

    Refuses a language this site does not have. OutOfScope: whoever does not lead the evening.
    """
    evening = held_evening(reference, by)
    if language and language not in LANGUAGES:
        raise Refused(_("Kies een van de talen."))
    evening.screen_language = language
    evening.save(update_fields=["screen_language"])
    tell_screens(evening)
    audit_evening("evening.put_language_beside", evening, by, at, language=language)


def _start(evening: Evening, at: datetime, rng: random.Random) -> None:
    evening.state = EveningState.OPEN
    evening.opened_at = at
    evening.join_code = _free_code(rng)
    evening.save(update_fields=["state", "opened_at", "join_code"])


def _free_code(rng: random.Random) -> str:
    """Return six digits no other room has now."""
    for _try in range(MOST_TRIES):
        code = new_code(rng=rng)
        if not Evening.objects.filter(join_code=code).exists():
            return code
    raise Refused(_("Er is nu geen code vrij. Probeer het nog eens."))


def _end(evening: Evening, at: datetime) -> None:
    _close_all(evening, at)
    evening.state = EveningState.CLOSED
    evening.closed_at = at
    evening.join_code = None
    evening.save(update_fields=["state", "closed_at", "join_code"])


def _step(evening: Evening, items: list[EveningItem], step: int, at: datetime) -> None:
    goal = neighbour_of([one.pk for one in items], evening.current_item_id, step)
    if goal is None:
        raise Refused(_("Verder staat er niets op het programma."))
    _put_on(evening, next(one for one in items if one.pk == goal), at)


def _put_on(evening: Evening, item: EveningItem, at: datetime) -> None:
    if item.pk != evening.current_item_id:
        _close_all(evening, at)
    evening.current_item = item
    evening.save(update_fields=["current_item"])
    if item.kind in {ItemKind.QUESTION, ItemKind.MAP_ROUND} and item.opened_at is None:
        item.opened_at = at
        item.save(update_fields=["opened_at"])


def _close_all(evening: Evening, at: datetime) -> None:
    EveningItem.objects.filter(
        evening=evening, opened_at__isnull=False, closed_at__isnull=True
    ).update(closed_at=at)


def _open(item: EveningItem, at: datetime) -> None:
    item.opened_at = item.opened_at or at
    item.closed_at = None
    item.save(update_fields=["opened_at", "closed_at"])


def _close(item: EveningItem, at: datetime) -> None:
    item.closed_at = at
    item.save(update_fields=["closed_at"])


def _show(item: EveningItem, at: datetime) -> None:
    item.results_shown_at = at
    item.save(update_fields=["results_shown_at"])


def _hide(item: EveningItem, at: datetime) -> None:  # noqa: ARG001  as its fellows
    item.results_shown_at = None
    item.save(update_fields=["results_shown_at"])


_ABOUT_CURRENT: dict[Deed, Callable[[EveningItem, datetime], None]] = {
    Deed.OPEN: _open,
    Deed.CLOSE: _close,
    Deed.SHOW: _show,
    Deed.HIDE: _hide,
}
