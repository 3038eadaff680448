# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the audit line of an action."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.privacy.writing import count_audit_line


def record(
    action: str,
    *,
    by: Actor,
    at: datetime,
    subject: str,
    reference: str = "",
    municipality_id: int | None = None,
    reason: str = "",
    **detail: Any,
) -> None:
    """Write the audit line of the running action.

    `action` is "noun.verb", `subject` the noun. `detail` holds codes, references and counts
    only: never text somebody wrote, a name, an address or a place.
    """
    AuditLine.objects.create(
        at=at,
        municipality_id=municipality_id if municipality_id is not None else by.municipality_id,
        actor_kind=by.kind,
        actor_id=by.user_id,
        actor_name=by.name,
        action=action,
        subject=subject,
        subject_reference=reference,
        reason=reason,
        detail=detail,
    )
    count_audit_line()
