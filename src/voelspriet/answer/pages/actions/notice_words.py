# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every deed to a notice does: find it, keep its words short, write its audit line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.answer.pages.models import Notice
from voelspriet.answer.pages.rules.notices import LINE_LIMIT, LINES, visible_notices, writes
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.wording import brief

Lines = Mapping[str, str]


def written_notice(reference: str, by: Actor) -> Notice:
    """Return a notice `by` writes, held. Refuses who reads along; OutOfScope for others."""
    found = (
        visible_notices(by)
        .select_for_update(of=("self",))
        .select_related("area")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise OutOfScope(_("Dit buurtbericht is er niet."))
    if not writes(by, found):
        raise Refused(_("Alleen de adviseur van dit gebied schrijft dit bericht."))
    return found


def worded_lines(lines: Lines) -> dict[str, str]:
    """Return the three lines as they are stored. Refuses one that is too long."""
    return {line: brief(lines.get(line, ""), LINE_LIMIT, line) for line in LINES}


def audit_notice(name: str, notice: Notice, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of a deed to a notice."""
    record(
        name,
        by=by,
        at=at,
        subject="notice",
        reference=notice.reference,
        municipality_id=notice.municipality_id,
        **detail,
    )
