# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an evening runs: which part is on, and what may be done with it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.evenings.choices import EveningState, ItemKind


class Deed(StrEnum):
    """What whoever leads an evening can do with it."""

    START = "start"
    END = "end"
    NEXT = "next"
    PREVIOUS = "previous"
    OPEN = "open"
    CLOSE = "close"
    SHOW = "show"
    HIDE = "hide"
    AGREE = "agree"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an evening as far as the course of the evening asks."""

    id: int
    kind: ItemKind
    was_opened: bool = False
    is_closed: bool = False
    is_shown: bool = False

    @property
    def takes_answers(self) -> bool:
        """Tell whether the room answers here now."""
        return self.kind is ItemKind.QUESTION and self.was_opened and not self.is_closed


NOT_OPEN = _("De avond is nu niet bezig.")
NOT_A_QUESTION = _("Bij dit onderdeel geeft de zaal geen antwoord.")


def refusal(deed: Deed, state: EveningState, current: Part | None, *, parts: int) -> Promise | None:
    """Return why a deed cannot be done now; None when it can.

    >>> refusal(Deed.SHOW, EveningState.OPEN, Part(1, ItemKind.TALK), parts=2) == NOT_A_QUESTION
    True
    """
    if deed is Deed.START:
        return _starting(state, parts)
    if state is not EveningState.OPEN:
        return NOT_OPEN
    if deed in {Deed.END, Deed.NEXT, Deed.PREVIOUS, Deed.AGREE}:
        return None
    if current is None:
        return _("Er is nog geen onderdeel aan de beurt.")
    return _about(deed, current)


def _starting(state: EveningState, parts: int) -> Promise | None:
    if state is not EveningState.PREPARED:
        return _("Deze avond is al begonnen of voorbij.")
    return None if parts else _("Zet eerst iets op het programma.")


def _about(deed: Deed, current: Part) -> Promise | None:
    if current.kind is not ItemKind.QUESTION:
        return NOT_A_QUESTION
    if deed is Deed.CLOSE and not current.takes_answers:
        return _("Deze vraag is al dicht.")
    if deed is Deed.OPEN and current.takes_answers:
        return _("Deze vraag staat al open.")
    if deed is Deed.SHOW and not current.was_opened:
        return _("Op deze vraag kon nog niemand antwoorden.")
    return None


def neighbour_of(order: Sequence[int], current: int | None, step: int) -> int | None:
    """Return the part after (1) or before (-1) the one that is on; None at either end.

    >>> neighbour_of([7, 8, 9], None, 1), neighbour_of([7, 8, 9], 7, 1)
    (7, 8)
    >>> neighbour_of([7, 8, 9], 7, -1) is None
    True
    """
    if current is None or current not in order:
        return order[0] if order and step > 0 else None
    place = order.index(current) + step
    return order[place] if 0 <= place < len(order) else None
