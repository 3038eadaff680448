# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a matter stands, in four steps that a reporter can follow."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.intake.choices import Permission, SignalStatus

STEPS: tuple[Promise, ...] = (
    _("Uw bericht is er"),
    _("Wij zijn ermee bezig"),
    _("Het is gedaan of besloten"),
    _("U heeft antwoord"),
)
_STEP_OF = {
    SignalStatus.RECEIVED: 1,
    SignalStatus.IN_HAND: 2,
    SignalStatus.WAITING: 2,
    SignalStatus.DONE: 3,
    SignalStatus.DECLINED: 3,
    SignalStatus.ANSWERED: 4,
}
_WORDS: dict[str, Promise] = {
    SignalStatus.RECEIVED: _("Uw bericht ligt bij ons. Een adviseur leest het."),
    SignalStatus.IN_HAND: _("Een adviseur is ermee bezig."),
    SignalStatus.WAITING: _("Wij wachten op een ander. Een adviseur houdt het in de gaten."),
    SignalStatus.DONE: _("Er is iets gedaan. U krijgt hier nog antwoord over."),
    SignalStatus.DECLINED: _("Wij kunnen of willen dit niet doen. U leest hier waarom."),
    SignalStatus.ANSWERED: _("U heeft antwoord van ons. Het staat hieronder."),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One of the four steps. Done, or the one it is at now, or neither."""

    number: int
    label: Promise
    is_done: bool
    is_now: bool


def steps_of(status: str) -> tuple[Step, ...]:
    """Return the four steps for a status."""
    now = _STEP_OF[SignalStatus(status)]
    last = len(STEPS)
    return tuple(
        Step(number, label, number < now or number == now == last, number == now)
        for number, label in enumerate(STEPS, start=1)
    )


def words_of(*, status: str, permission: str, is_withdrawn: bool, waits_for_yes: bool) -> Promise:
    """Return in one sentence where it stands."""
    if is_withdrawn:
        return _("U heeft dit ingetrokken. Wij doen er niets meer mee.")
    if waits_for_yes:
        return _("Wij hebben u iets gevraagd. Wij doen niets voordat u ja zegt.")
    if permission == Permission.REFUSED and status != SignalStatus.ANSWERED:
        return _("U zei nee. Wij doen niets zonder u.")
    return _WORDS[SignalStatus(status)]
