# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing down that fragments left the room."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.understand.coding.rules.access import may_read


@action
def note_fragments_export(*, study: str, by: Actor, at: datetime) -> None:
    """Write that a file of fragments was taken out. Refuses whoever may not read them."""
    if not may_read(by):
        raise Refused(_("Alleen een onderzoeker of beleidsadviseur mag dit."))
    record("fragments.export", by=by, at=at, subject="study", reference=study)
