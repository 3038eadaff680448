# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How to reach one key figure. Only the action that logs the look reads this."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.network.models import KeyFigure


@dataclass(frozen=True, slots=True)
class KeyContact:
    """How to reach somebody who agreed to be asked."""

    name: str
    phone: str
    email: str


def key_contact(*, key_figure_id: int) -> KeyContact:
    """Return the contact data of a key figure."""
    one = KeyFigure.objects.only("name", "phone", "email").get(pk=key_figure_id)
    return KeyContact(name=one.name, phone=one.phone, email=one.email)
