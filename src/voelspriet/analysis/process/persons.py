# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures about work are per area or per party, never per employee, resident or volunteer."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Frame

PERSONS = re.compile(
    r"persons?|persoon|personen|people|employees?|medewerkers?|residents?|bewoners?|volunteers?|"
    r"vrijwilligers?|reporter|melder|handler|behandelaar|adviser|adviseur|user|username|gebruiker|"
    r"gebruikersnaam|email|mail|phone|telefoon|firstname|lastname|surname|voornaam|achternaam|bsn|"
    r"assignee|contactpersoon"
)
ADDRESS = r"[^\s@]+@[^\s@]+\.[^\s@]+"
WORDS = re.compile(r"[^\W_]+")
SMALL_THEN_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def refuse_persons(frame: Frame, by: str) -> None:
    """Refuse to divide figures about work by a column that holds persons.

    The column's name tells (`employee`, `bewoner_id`), or a value that is an e-mail address. What
    is left to whoever gives the data: that a party is an organisation and an area a place. Raises
    ColumnError.
    """
    never = "figures about work are per area or party, never per person"
    words = WORDS.findall(SMALL_THEN_CAPITAL.sub(" ", by))
    if any(PERSONS.fullmatch(word.lower()) for word in words):
        raise ColumnError(by, never)
    column = frame.column(by)
    is_text = pa.types.is_string(column.type) or pa.types.is_large_string(column.type)
    if is_text and pc.any(pc.match_substring_regex(column, ADDRESS)).as_py():
        raise ColumnError(by, f"holds an e-mail address; {never}")
