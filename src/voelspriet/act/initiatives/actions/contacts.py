# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking at how to reach who began an initiative. Every look is an audit line."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.initiatives.actions.writing import audit
from voelspriet.act.initiatives.records.contacts import StarterContact, contact_of
from voelspriet.act.initiatives.rules.access import led_initiative
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action

SHORTEST_REASON = 5
LONGEST_REASON = 300


@action
def read_contact(*, reference: str, reason: str, by: Actor, at: datetime) -> StarterContact:
    """Return how to reach the starter. The reason is kept and the privacy officer sees it.

    Refuses a reason of fewer than five signs, and an initiative without contact data.
    """
    found = led_initiative(reference, by)
    reason = reason.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise Refused(_("Schrijf kort waarom u de gegevens nodig heeft."), field="reason")
    contact = contact_of(initiative_id=found.pk)
    if contact is None:
        raise Refused(_("Wie dit begon, liet geen contactgegevens achter."))
    audit("contact.read", found, by, at, reason=reason)
    return contact
