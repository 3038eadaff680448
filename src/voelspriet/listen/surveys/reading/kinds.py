# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which kind of question a type of XLSForm is here, and which types are refused, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.reading.choice_lists import ChoiceList
from voelspriet.listen.surveys.reading.sheets import Row
from voelspriet.listen.surveys.reading.texts import Reader
from voelspriet.listen.surveys.rules.definitions import ChoiceDefinition

LOWEST, HIGHEST = 1, 10
GEOMETRIES = {"geopoint": "point", "geotrace": "line", "geoshape": "area"}
SELECTS = {"select_one": QuestionKind.SINGLE, "select_multiple": QuestionKind.MULTIPLE}
PLAIN = frozenset({"text", "integer", "range", *GEOMETRIES})
IDENTIFYING = frozenset(
    {"deviceid", "phonenumber", "username", "email", "audit", "background-audio", "simserial",
     "subscriberid", "start-geopoint"}
)  # fmt: skip
BOUNDS = re.compile(r"\s*\.\s*>=\s*(\d+)\s+and\s+\.\s*<=\s*(\d+)\s*")
PARAMETER = re.compile(r"(start|end|step)\s*=\s*(\d+)")


@dataclass(frozen=True, slots=True)
class KindTold:
    """What the type of a row says; `has_bounds`: its constraint is the bounds of a grade."""

    kind: QuestionKind
    choices: tuple[ChoiceDefinition, ...] = ()
    columns: frozenset[str] = frozenset()
    lowest: int | None = None
    highest: int | None = None
    geometry: str = ""
    has_bounds: bool = False


def refused_type(type_: str) -> str:
    """Return why a type cannot be used; nothing when it can."""
    first = type_.split(" ", maxsplit=1)[0] if type_ else ""
    if not first:
        return _("Welk soort vraag is dit?")
    if first in IDENTIFYING:
        return _("%(type)s vraagt naar wie of met welk apparaat iemand antwoordt.") % {
            "type": first
        }
    if type_.endswith((" or_other", " or specify other")):
        return _("or_other kan niet. Zet zelf een antwoord “iets anders” in de lijst.")
    if first in SELECTS or type_ in PLAIN:
        return ""
    return _("Het soort %(type)s kan nog niet.") % {"type": first}


def kind_of(reader: Reader, row: Row, type_: str, lists: dict[str, ChoiceList]) -> KindTold:
    """Return the kind of question of a row whose type is not refused."""
    first, _space, rest = type_.partition(" ")
    if first in SELECTS:
        return _select(reader, row, SELECTS[first], lists.get(rest), rest)
    if first in GEOMETRIES:
        return KindTold(QuestionKind.DRAWN_MAP, geometry=GEOMETRIES[first])
    if first == "text":
        words = "three-words" in row.get("appearance").split()
        return KindTold(QuestionKind.THREE_WORDS if words else QuestionKind.OPEN)
    return _grade(reader, row, first)


def _select(
    reader: Reader, row: Row, kind: QuestionKind, found: ChoiceList | None, name: str
) -> KindTold:
    if found is None:
        words = _("De lijst %(name)s staat niet op het werkblad choices.") % {"name": name or "?"}
        reader.wrong("survey", row.number, "type", words)
        return KindTold(kind)
    if kind == QuestionKind.SINGLE and "statement" in row.get("appearance").split():
        kind = QuestionKind.STATEMENT
    return KindTold(kind, tuple(found.choices), frozenset(found.columns))


def _grade(reader: Reader, row: Row, type_: str) -> KindTold:
    """Return a grade: a whole number with bounds inside 1 to 10."""
    bounds: tuple[str, ...] = ()
    column = "constraint"
    if type_ == "range":
        column = "parameters"
        told = dict(PARAMETER.findall(row.get("parameters")))
        if told.get("step", "1") == "1" and {"start", "end"} <= told.keys():
            bounds = told["start"], told["end"]
    elif match := BOUNDS.fullmatch(row.get("constraint")):
        bounds = match.groups()
    lowest, highest = (int(one) for one in bounds or ("0", "0"))
    if not LOWEST <= lowest < highest <= HIGHEST:
        words = _("Een getal is hier een cijfer: schrijf grenzen tussen 1 en 10, %(example)s.")
        example = "start=1 end=10 step=1" if type_ == "range" else ". >= 1 and . <= 10"
        reader.wrong("survey", row.number, column, words % {"example": example})
    return KindTold(
        QuestionKind.GRADE, lowest=lowest, highest=highest, has_bounds=type_ == "integer"
    )
