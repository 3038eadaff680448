# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""When a mail is tried again, and how long an attempt may take."""

from __future__ import annotations

import random
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MOST_ATTEMPTS = 8
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
# longer than every step of one attempt together (see neighbours.smtp): a lease that runs out
# means that the process is gone, or that nobody can say any more what happened
LEASE = timedelta(minutes=5)


def wait_before_retry(attempts: int, *, rng: random.Random) -> timedelta:
    """Return how long to wait after the `attempts`-th failed attempt (attempts ≥ 1).

    1, 2, 4 … minutes, at most six hours, times a random factor in [0.75, 1.25): mails that failed
    together do not come back together.
    """
    doubled: timedelta = FIRST_WAIT * 2 ** min(attempts - 1, 12)
    return min(doubled, LONGEST_WAIT) * (0.75 + rng.random() / 2)


def may_try_again(attempts: int) -> bool:
    """Tell whether a mail that failed `attempts` times is tried once more by itself."""
    return attempts < MOST_ATTEMPTS


_ERRORS: dict[str, Promise] = {
    "no_address": _("Er is geen e-mailadres (meer)."),
    "lease": _("Het programma stopte tijdens het versturen."),
    "connect": _("De mailserver was niet te bereiken."),
    "timeout": _("De mailserver antwoordde niet op tijd."),
    "lost": _("De verbinding brak tijdens het versturen."),
    "login": _("De mailserver liet ons niet toe."),
    "address": _("Het e-mailadres kan niet kloppen."),
}
_REFUSED_FOR_NOW: Promise = _("De mailserver nam de mail nog niet aan.")
_UNKNOWN: Promise = _("Er ging iets mis bij het versturen.")
_REFUSED: Promise = _("De mailserver weigerde de mail.")


def error_words(code: str) -> Promise:
    """Return in plain words what an error code of a transport means."""
    if code in _ERRORS:
        return _ERRORS[code]
    if code.startswith("smtp_"):
        return _REFUSED_FOR_NOW if code.startswith("smtp_4") else _REFUSED
    return _UNKNOWN
