# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The choices of a form: lists of answers, with columns for a choice filter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.reading.sheets import Row, Sheet
from voelspriet.listen.surveys.reading.texts import Reader
from voelspriet.listen.surveys.rules.definitions import ChoiceDefinition

OWN = frozenset({"list_name", "name", "label", "dont_know"})
MEDIA = frozenset({"image", "audio", "video", "media", "big-image", "geometry"})
UNSURE = frozenset({"dont_know", "weet_niet"})
YES, NO = (
    frozenset({"yes", "true", "true()", "1", "ja"}),
    frozenset({"", "no", "false", "false()", "0", "nee"}),
)
CHOICE_NAME = r"[^\s]{1,120}"


@dataclass(slots=True)
class ChoiceList:
    """The answers of one list, and which columns say more about them."""

    choices: list[ChoiceDefinition] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)


def read_choices(reader: Reader, sheet: Sheet) -> dict[str, ChoiceList]:
    """Return the lists of answers by name."""
    lists: dict[str, ChoiceList] = {}
    extra = [h for h in sheet.columns if h and h.partition("::")[0] not in OWN]
    for header in extra:
        if header.partition("::")[0] in MEDIA:
            reader.wrong("choices", 1, header, _("Deze kolom kennen wij niet, of kan nog niet."))
    for row in sheet.rows:
        name = row.get("list_name")
        if not name:
            reader.wrong("choices", row.number, "list_name", _("Van welke lijst is dit antwoord?"))
            continue
        one = lists.setdefault(name, ChoiceList())
        one.columns.update(header for header in extra if row.get(header))
        choice = _choice(reader, row, extra)
        if choice.name in {other.name for other in one.choices}:
            words = _("Dit antwoord staat al in de lijst %(list)s.") % {"list": name}
            reader.wrong("choices", row.number, "name", words)
        one.choices.append(choice)
    return lists


def _choice(reader: Reader, row: Row, extra: list[str]) -> ChoiceDefinition:
    name = row.get("name")
    if not re.fullmatch(CHOICE_NAME, name):
        words = _("Geef elk antwoord een naam zonder spaties.")
        reader.wrong("choices", row.number, "name", words)
    unsure = row.get("dont_know").lower()
    if unsure not in YES | NO:
        reader.wrong("choices", row.number, "dont_know", _("Schrijf yes of no."))
    return ChoiceDefinition(
        name=name,
        labels=reader.texts("choices", row, "label", needed=True),
        is_dont_know=unsure in YES or (not unsure and name in UNSURE),
        extra={header: row.get(header) for header in extra if row.get(header)},
    )
