# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bundling signals about the same matter, so that one answer reaches everyone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.intake.actions.reach import (
    directed,
    refuse_when_flagged,
    refuse_when_locked,
    refuse_when_withdrawn,
)
from voelspriet.listen.intake.models import Bundle, Signal
from voelspriet.listen.intake.rules.status import is_closed

FEWEST = 2
TITLE_LIMIT = 120


@action
def bundle_signals(
    *,
    references: Sequence[str],
    title: str,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Bundle signals and return the bundle's reference; one that is bundled brings its bundle.

    The title is for colleagues. Refuses fewer than two, a locked, flagged, withdrawn or closed
    signal, signals of two different bundles, and an empty title for a new bundle.
    """
    signals = [directed(reference, by) for reference in dict.fromkeys(references)]
    if len(signals) < FEWEST:
        raise Refused(_("Kies ten minste twee meldingen om samen te nemen."))
    for signal in signals:
        _refuse_unfit(signal)
    bundle = _bundle_for(signals, title.strip(), at=at, rng=rng)
    for signal in signals:
        signal.bundle = bundle
        signal.save(update_fields=["bundle"])
    record(
        "bundle.make",
        by=by,
        at=at,
        subject="bundle",
        reference=bundle.reference,
        municipality_id=bundle.municipality_id,
        signals=[signal.reference for signal in signals],
    )
    return bundle.reference


@action
def unbundle_signal(*, reference: str, by: Actor, at: datetime) -> None:
    """Take a signal out of its bundle. Refuses one that is in none."""
    signal = directed(reference, by)
    if signal.bundle is None:
        raise Refused(_("Deze melding zit niet in een bundel."))
    bundle = signal.bundle
    signal.bundle = None
    signal.save(update_fields=["bundle"])
    record(
        "signal.unbundle",
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        bundle=bundle.reference,
    )


def _refuse_unfit(signal: Signal) -> None:
    refuse_when_withdrawn(signal)
    refuse_when_locked(signal)
    refuse_when_flagged(signal)
    if is_closed(signal):
        raise Refused(
            _("Melding %(reference)s is al beantwoord.") % {"reference": signal.reference}
        )


def _bundle_for(signals: list[Signal], title: str, *, at: datetime, rng: random.Random) -> Bundle:
    found = {signal.bundle for signal in signals if signal.bundle is not None}
    if len(found) > 1:
        raise Refused(_("Deze meldingen zitten al in twee verschillende bundels."))
    if found:
        return found.pop()
    if not title or len(title) > TITLE_LIMIT:
        raise Refused(_("Geef de bundel een korte naam, zonder namen van mensen."), field="title")
    return Bundle.objects.create(
        municipality_id=signals[0].municipality_id,
        reference=new_reference("B", rng=rng),
        responsible_area_id=signals[0].responsible_area_id,
        title=title,
        created_at=at,
    )
