# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a resident tells to begin an initiative."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.act.initiatives.choices import InitiativeNeed

IDEA_LIMIT = 2000
WORDS_LIMIT = 300


@dataclass(frozen=True, slots=True)
class InitiativeTold:
    """An idea for a neighbourhood. `submission` is the secret token of the form that was sent.

    `area_id` None: anywhere in the municipality. `may_list`: it may stand on a public list.
    """

    submission: str
    idea: str
    who: str = ""
    area_id: int | None = None
    needs: tuple[InitiativeNeed, ...] = ()
    open_for: str = ""
    who_missing: str = ""
    may_list: bool = False
    email: str = ""
    phone: str = ""
    language: str = "nl"
