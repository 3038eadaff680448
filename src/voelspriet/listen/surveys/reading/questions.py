# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a survey sheet: questions, the groups around them and the notes before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.choices import AgreeMeaning, QuestionKind
from voelspriet.listen.surveys.reading.choice_lists import NO, YES, ChoiceList
from voelspriet.listen.surveys.reading.kinds import KindTold, kind_of, refused_type
from voelspriet.listen.surveys.reading.probes import read_probes
from voelspriet.listen.surveys.reading.sheets import Row, Sheet
from voelspriet.listen.surveys.reading.texts import Reader
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition
from voelspriet.listen.surveys.rules.expressions import problems_of

NAME = r"[A-Za-z_][A-Za-z0-9_-]{0,119}"
FACTORS = range(1, 13)
BEGIN, END, NOTE = "begin group", "end group", "note"


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    relevant: str
    row: int


class SurveyReader:
    """Walks the rows once, from the top down."""

    def __init__(self, reader: Reader, lists: dict[str, ChoiceList], probes: Sheet) -> None:
        self.reader, self.lists = reader, lists
        self.probes = read_probes(reader, probes)
        self.names: dict[str, int] = {}
        self.groups: list[_Group] = []
        self.note: tuple[int, dict[str, str]] | None = None

    def questions(self, sheet: Sheet) -> tuple[QuestionDefinition, ...]:
        """Return the questions in order."""
        found = [one for row in sheet.rows if (one := self._row(row)) is not None]
        for group in self.groups:
            self._wrong(group.row, "type", _("Deze groep heeft geen einde."))
        if self.note is not None:
            self._wrong(self.note[0], "type", _("Na deze toelichting komt geen vraag."))
        if not found:
            self._wrong(None, "type", _("Er staat geen vraag in."))
        for name, row in self.probes.rows.items():
            if name not in {one.name for one in found}:
                words = _("De vraag %(name)s is er niet.") % {"name": name}
                self.reader.wrong("probes", row, "question", words)
        return tuple(found)

    def _wrong(self, row: int | None, column: str, why: str) -> None:
        self.reader.wrong("survey", row, column, why)

    def _row(self, row: Row) -> QuestionDefinition | None:
        type_ = " ".join(row.get("type").replace("_group", " group").split())
        if type_.startswith(BEGIN):
            self._begin(row)
        elif type_.startswith(END):
            self._end(row)
        elif type_ == NOTE:
            self._take_note(row)
        elif why := refused_type(type_):
            self._wrong(row.number, "type", why)
            # so that what refers to it is not wrong as well
            self.names.setdefault(row.get("name"), row.number)
        else:
            return self._question(row, type_)
        return None

    def _begin(self, row: Row) -> None:
        name = self._name(row)
        relevant = row.get("relevant")
        self._expression(row, "relevant")
        outer = self.groups[-1].relevant if self.groups else ""
        self.groups.append(_Group(name, _both(outer, relevant), row.number))

    def _end(self, row: Row) -> None:
        if self.groups:
            self.groups.pop()
        else:
            self._wrong(row.number, "type", _("Hier eindigt een groep die niet begon."))

    def _take_note(self, row: Row) -> None:
        if row.get("relevant"):
            words = _("Een toelichting met een eigen voorwaarde kan nog niet.")
            self._wrong(row.number, "relevant", words)
        if self.note is not None:
            words = _("Twee toelichtingen na elkaar: maak er één van.")
            self._wrong(row.number, "type", words)
        self.note = row.number, self.reader.texts("survey", row, "label", needed=True)
        self._name(row)

    def _name(self, row: Row) -> str:
        name = row.get("name")
        if not re.fullmatch(NAME, name):
            words = _("Gebruik letters, cijfers, - en _; begin met een letter.")
            self._wrong(row.number, "name", words)
        elif name in self.names:
            words = _("Deze naam staat al op rij %(row)s.") % {"row": self.names[name]}
            self._wrong(row.number, "name", words)
        return name

    def _question(self, row: Row, type_: str) -> QuestionDefinition:
        name = self._name(row)
        told = kind_of(self.reader, row, type_, self.lists)
        relevant = self._expression(row, "relevant")
        intro, self.note = (self.note[1] if self.note else {}), None
        question = QuestionDefinition(
            name=name,
            kind=told.kind,
            labels=self.reader.texts("survey", row, "label", needed=True),
            hints=self.reader.texts("survey", row, "hint"),
            intros=intro,
            choices=told.choices,
            required=self._required(row),
            relevant=_both(self.groups[-1].relevant if self.groups else "", relevant),
            constraint="" if told.has_bounds else self._expression(row, "constraint", told=told),
            constraint_messages=self.reader.texts("survey", row, "constraint_message"),
            choice_filter=self._expression(row, "choice_filter", told=told),
            block=row.get("block") or (self.groups[-1].name if self.groups else ""),
            environment=row.get("environment"),
            factors=self._factors(row),
            agree_means=self._agree_means(row),
            lowest=told.lowest,
            highest=told.highest,
            geometry=told.geometry,
            probes=tuple(self.probes.of.get(name, ())),
        )
        self.names.setdefault(name, row.number)
        return question

    def _expression(self, row: Row, column: str, *, told: KindTold | None = None) -> str:
        expression = row.get(column)
        if not expression:
            return ""
        if told is not None and column == "choice_filter" and not told.choices:
            self._wrong(row.number, column, _("Alleen een vraag met een lijst heeft een filter."))
            return ""
        is_constraint = column == "constraint"
        if is_constraint and told is not None and told.kind == QuestionKind.DRAWN_MAP:
            self._wrong(row.number, column, _("Een tekening heeft geen voorwaarde."))
        columns = {"name", *told.columns} if told is not None and not is_constraint else set()
        for why in problems_of(expression, self.names, columns=columns, has_self=is_constraint):
            self._wrong(row.number, column, why)
        return expression

    def _required(self, row: Row) -> bool:
        told = row.get("required").lower()
        if told not in YES | NO:
            self._wrong(row.number, "required", _("Schrijf yes of no."))
        return told in YES

    def _factors(self, row: Row) -> tuple[int, ...]:
        words = row.get("factors").replace(",", " ").split()
        if not all(word.isdecimal() and int(word) in FACTORS for word in words):
            self._wrong(row.number, "factors", _("Schrijf nummers van 1 tot en met 12."))
            return ()
        return tuple(int(word) for word in words)

    def _agree_means(self, row: Row) -> AgreeMeaning | None:
        told = row.get("agree_means")
        if told and told not in AgreeMeaning.values:
            words = _("Kies uit: %(names)s.") % {"names": ", ".join(AgreeMeaning.values)}
            self._wrong(row.number, "agree_means", words)
            return None
        return AgreeMeaning(told) if told else None


def _both(outer: str, inner: str) -> str:
    if outer and inner:
        return f"({outer}) and ({inner})"
    return outer or inner
