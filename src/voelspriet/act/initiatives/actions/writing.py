# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every deed to an initiative does: keep words short, and write its audit line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.initiatives.models import Initiative
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.wording import brief


def worded(text: str, limit: int, field: str) -> str:
    """Return text as it is stored. Refuses nothing, and more than `limit` characters."""
    clean = text.strip()
    if not clean:
        raise Refused(_("Vul dit in."), field=field)
    return brief(clean, limit, field)


def audit(name: str, initiative: Initiative, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of a deed to an initiative."""
    record(
        name,
        by=by,
        at=at,
        subject="initiative",
        reference=initiative.reference,
        municipality_id=initiative.municipality_id,
        **detail,
    )
