# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding in a remark that a source says the opposite, and under which other name. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voelspriet.act.initiatives.choices import InitiativeStatus

CLAUSE = re.compile(r"[;:,]\s+|\.\s+")
SECTION = re.compile(r"\b\d+\.\d+\b")
ALIVE = re.compile(r"\b(?:levend|bestaande?|tegenwoordige tijd|nog actief)\b", re.IGNORECASE)
GONE = re.compile(r"\b(?:gestopt|stilgevallen|opgeheven|gesloten)\b", re.IGNORECASE)
NAMED = re.compile(r"\bin \d+\.\d+ ([A-Z][^,;:.]*?) en\b", re.IGNORECASE)
OPPOSITES = {
    InitiativeStatus.STOPPED: (ALIVE, InitiativeStatus.ACTIVE),
    InitiativeStatus.PAUSED: (ALIVE, InitiativeStatus.ACTIVE),
    InitiativeStatus.ACTIVE: (GONE, InitiativeStatus.STOPPED),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A clause that says something else about how it stands, and the sections it names."""

    status: InitiativeStatus
    sections: str
    clause: str


def contradicting(status: InitiativeStatus, texts: tuple[str, ...]) -> Mention | None:
    """Return the first clause that contradicts a status; None when none does.

    >>> found = contradicting(InitiativeStatus.STOPPED, ("3.1 zegt gestopt, 3.3 noemt bestaand",))
    >>> found.status.value, found.sections
    ('active', '3.3')
    """
    if status not in OPPOSITES:
        return None
    words, opposite = OPPOSITES[status]
    for text in texts:
        for clause in CLAUSE.split(text):
            if words.search(clause):
                return Mention(opposite, "; ".join(SECTION.findall(clause)), clause.strip(" ."))
    return None


def other_names(name: str, text: str) -> tuple[str, ...]:
    """Return the names a remark gives for the same thing, but the one it has.

    >>> other_names("Jongeren van", "In 3.3 Jongeren voor en daar bestaand; in 5.1 Jongeren van en")
    ('Jongeren voor',)
    """
    found = dict.fromkeys(one.strip() for one in NAMED.findall(text))
    return tuple(one for one in found if one != name)
