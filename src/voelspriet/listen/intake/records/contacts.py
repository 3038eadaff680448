# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How to reach a reporter. Read through `actions.read_contact`, which logs who looked and why."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.listen.intake.models import ReporterContact


@dataclass(frozen=True, slots=True)
class ContactRow:
    """What a reporter left to be reached by; any part may be empty."""

    name: str
    email: str
    phone: str
    call_times: str


def contact_of(*, signal_id: int) -> ContactRow | None:
    """Return the contact data of a signal; None when there is none. The caller checks scope."""
    row = ReporterContact.objects.filter(signal_id=signal_id).first()
    if row is None:
        return None
    return ContactRow(row.name, row.email, row.phone, row.call_times)
