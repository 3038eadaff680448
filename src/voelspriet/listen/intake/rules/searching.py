# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which texts colleagues may find by their words."""

from __future__ import annotations

from voelspriet.listen.intake.choices import Openness, Permission, PersonFlag
from voelspriet.listen.intake.models import Signal

LOCKED = frozenset({Permission.LOCKED, Permission.REFUSED})
FLAGGED = frozenset({PersonFlag.RULES, PersonFlag.ADVISER})


def is_searchable(signal: Signal) -> bool:
    """Tell whether a text may stand in the search index.

    Not when it points at a person, when its reporter wants to be asked first, when the reporter
    is known to the advisers only, or when it was withdrawn.
    """
    return (
        signal.person_flag not in FLAGGED
        and signal.permission not in LOCKED
        and signal.openness != Openness.CONFIDENTIAL
        and signal.withdrawn_at is None
        and bool(signal.text)
    )
