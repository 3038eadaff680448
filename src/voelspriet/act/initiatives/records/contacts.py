# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How to reach who began an initiative. Read through `actions.read_contact`, which logs it."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.act.initiatives.models import InitiativeContact


@dataclass(frozen=True, slots=True)
class StarterContact:
    """What somebody left to be reached by; either may be empty."""

    email: str
    phone: str


def contact_of(*, initiative_id: int) -> StarterContact | None:
    """Return the contact data of an initiative; None when there is none. The caller checks."""
    row = InitiativeContact.objects.filter(initiative_id=initiative_id).first()
    return StarterContact(row.email, row.phone) if row else None
