# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words about where people come from or what they believe: never kept about people (G2)."""

from __future__ import annotations

import re

# Adjectives and nouns for people; a country by itself ("an earthquake in Turkey") tells of a place.
_ORIGIN = (
    r"marokkaan|turks?e?\b|turken|surinaam|surinamer|antilli|syri[eë]r|syrisch|somali|afghaan|"
    r"irak(?:ees|ez|i)|iraans|iranië?r|eritre[eë]|pool(?:se)?\b|polen\b|roemeens|bulgaar|oekra[iï]en"
    r"s|oekra[iï]ners|arabier|allochto|autochto|migratieachtergrond|immigrant|herkomst|afkomst|"
    r"etnisch|etnicit|\broma\b|\bsinti\b|zigeuner|nationaliteit"
)
_BELIEF = (
    r"moslim|islam|moskee|imam|christen|kerkelijk|gereformeerd|katholiek|protestant|jood|joods|"
    r"hindoe|boeddh|religie|religieus|geloofsgemeenschap|gelovig|levensbeschouw|ramadan"
)
GROUPS = re.compile(rf"\b(?:{_ORIGIN}|{_BELIEF})", re.IGNORECASE)


def speaks_of_groups(text: str) -> bool:
    """Tell whether a text speaks of people's origin or belief.

    >>> speaks_of_groups("Vaders met een Marokkaanse achtergrond")
    True
    >>> speaks_of_groups("Steun na de aardbeving in Turkije")
    False
    """
    return GROUPS.search(text) is not None
