# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may manage the network. Nobody is shown who did not agree to it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from voelspriet.ground.people.rules import must_manage
from voelspriet.ground.privacy.actors import Actor, Refused

__all__ = ["must_be_named", "must_have_agreed", "must_manage", "scope_of"]


def must_be_named(name: str) -> str:
    """Return a name as it is stored. Refuses an empty one."""
    if not name.strip():
        raise Refused(_("Vul een naam in."), field="name")
    return name.strip()[:120]


def must_have_agreed(agreed_on: date | None, today: date) -> date:
    """Return the day somebody agreed to be shown. Refuses none, and a day still to come."""
    if agreed_on is None or agreed_on > today:
        raise Refused(
            _("Vraag het deze persoon eerst zelf. Vul de dag in waarop die ja zei."),
            field="agreed_on",
        )
    return agreed_on


def scope_of(by: Actor) -> int:
    """Return the municipality whose network `by` may read. Refuses somebody without one."""
    if by.municipality_id is None:
        raise Refused(_("Zeg eerst om welke gemeente het gaat."))
    return by.municipality_id
