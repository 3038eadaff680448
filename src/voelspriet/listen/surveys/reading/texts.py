# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The languages of a form, and its texts in each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.reading.sheets import Row, Sheet
from voelspriet.listen.surveys.told import SheetProblem

IN_LANGUAGE = re.compile(r"\(([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\)\s*$")
TRANSLATED = ("label", "hint", "constraint_message", "text", "title_in")
TEXT_LIMIT = 500
FALLBACK = "nl"


@dataclass(slots=True)
class Reader:
    """What every part of reading shares: the problems so far, and the languages."""

    default_language: str = FALLBACK
    languages: tuple[str, ...] = (FALLBACK,)
    problems: list[SheetProblem] = field(default_factory=list)

    def wrong(self, sheet: str, row: int | None, column: str, why: str) -> None:
        """Add a problem."""
        self.problems.append(SheetProblem(sheet, row, column, why))

    def texts(self, sheet: str, row: Row, column: str, *, needed: bool = False) -> dict[str, str]:
        """Return a translated text of a row; what is there in one language must be in all."""
        found: dict[str, str] = {}
        places: dict[str, str] = {}
        for header in row.cells:
            first, _sign, language = header.partition("::")
            if first == column:
                code = code_of(language) if language else self.default_language
                if not code:
                    continue
                places.setdefault(code, header)
                found.setdefault(code, row.get(header))
        told = {code: text for code, text in found.items() if text}
        for code, text in told.items():
            self._fits(sheet, row.number, places[code], text)
        if told or needed:
            for code in self.languages:
                if not told.get(code):
                    words = _("Deze tekst ontbreekt in de taal %(language)s.")
                    self.wrong(
                        sheet, row.number, places.get(code, column), words % {"language": code}
                    )
        return told

    def _fits(self, sheet: str, row: int, column: str, text: str) -> None:
        if len(text) > TEXT_LIMIT:
            words = _("Dit is te lang: ten hoogste %(limit)s tekens.") % {"limit": TEXT_LIMIT}
            self.wrong(sheet, row, column, words)
        if "${" in text:
            self.wrong(sheet, row, column, _("Een verwijzing in een tekst kan nog niet."))


def code_of(language: str) -> str:
    """Return the code of "Nederlands (nl)"; nothing when there is none."""
    found = IN_LANGUAGE.search(language.strip())
    return found.group(1) if found else ""


def read_languages(reader: Reader, sheets: Iterable[Sheet], default: str, row: int | None) -> None:
    """Set the languages of a form from its headers and its settings."""
    found: list[str] = []
    plain = False
    for sheet in sheets:
        for header in sheet.columns:
            first, sign, language = header.partition("::")
            if first not in TRANSLATED:
                continue
            if not sign:
                plain = plain or first == "label"
            elif code := code_of(language):
                found.append(code)
            else:
                words = _("Zet de code van de taal erachter, zoals in label::Nederlands (nl).")
                reader.wrong(sheet.name, 1, header, words)
    codes = list(dict.fromkeys(found))
    wanted = code_of(default) or (default if re.fullmatch(r"[a-z]{2,3}", default) else "")
    if default and not wanted:
        words = _("Zet de code van de taal erachter, zoals in Nederlands (nl).")
        reader.wrong("settings", row, "default_language", words)
    reader.default_language = wanted or (FALLBACK if plain or not codes else codes[0])
    if plain and reader.default_language not in codes:
        codes.insert(0, reader.default_language)
    if codes and reader.default_language not in codes:
        words = _("In deze taal staan er geen teksten.")
        reader.wrong("settings", row, "default_language", words)
    reader.languages = tuple(codes or [reader.default_language])
