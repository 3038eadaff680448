# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fetching the signal an action is about, held for the length of the transaction."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.search.actions import keep_signal
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.rules.access import directed_signals, visible_signals
from voelspriet.listen.intake.rules.searching import is_searchable
from voelspriet.listen.intake.rules.status import is_flagged, is_locked, is_withdrawn


def directed(reference: str, by: Actor) -> Signal:
    """Return the signal `by` directs. Raises OutOfScope for any other."""
    signal = directed_signals(by).select_for_update().filter(reference=reference).first()
    if signal is None:
        raise OutOfScope(_("Deze melding is er niet."))
    return signal


def visible(reference: str, by: Actor) -> Signal:
    """Return a signal `by` may see. Raises OutOfScope for any other."""
    signal = visible_signals(by).select_for_update().filter(reference=reference).first()
    if signal is None:
        raise OutOfScope(_("Deze melding is er niet."))
    return signal


def refuse_when_withdrawn(signal: Signal) -> None:
    """Refuse whatever would be done with a signal the reporter took back."""
    if is_withdrawn(signal):
        raise Refused(_("De melder heeft deze melding ingetrokken. Er gebeurt niets meer mee."))


def refuse_when_locked(signal: Signal) -> None:
    """Refuse whatever others could notice, until the reporter says yes."""
    if is_locked(signal):
        raise Refused(
            _(
                "Deze melding zit op slot. De melder wil dat u eerst vraagt. "
                "Er gebeurt niets voor de melder ja zegt."
            )
        )


def refuse_when_flagged(signal: Signal) -> None:
    """Refuse what would bring words that point at a person further than the duo."""
    if is_flagged(signal):
        raise Refused(
            _(
                "Deze melding wijst naar een persoon. Ze blijft bij de adviseurs en gaat "
                "nergens mee samen."
            )
        )


def keep_findable(signal: Signal) -> None:
    """Put the words of a signal into the search index, or take them out, as the rules say."""
    keep_signal(
        signal_id=signal.pk,
        text=signal.text,
        area_id=signal.responsible_area_id,
        searchable=is_searchable(signal),
    )
