# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Expressions of an XLSForm: which we know, what is wrong with one, and what one comes to.

A small part of what ODK describes, read by a library for XPath (decision 0115): paths, axes and
functions we do not name are refused before the library sees them.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

MOST_LETTERS = 500
DEEPEST = 15
MOST_REPEATS = 3
LONGEST_MATCHED = 200
FUNCTIONS = frozenset(
    {
        "selected", "count-selected", "regex", "coalesce", "if", "today", "date", "not", "true",
        "false", "string-length", "number", "string", "concat", "contains", "starts-with",
    }
)  # fmt: skip
OURS = {"if": "choose", "date": "day-of", "true": "yes", "false": "no", "today": "this-day"}
OPERATORS = frozenset({"and", "or", "div", "mod"})
COMPARED = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge,
}  # fmt: skip
EPOCH = date(1970, 1, 1).toordinal()
TOKEN = re.compile(
    r"""\s*(?:
    (?P<text>"[^"]*"|'[^']*')|(?P<number>\d+(?:\.\d+)?)|(?P<reference>\$\{\s*[^}]*\})
    |(?P<name>[A-Za-z_][\w-]*)|(?P<sign><=|>=|!=|[-+*=<>(),])|(?P<self>\.(?![.\d\w]))
    |(?P<stray>\S)
    )""",
    re.VERBOSE,
)
REPEATED_GROUP = re.compile(r"\)\s*[*+{]")
REPEAT = re.compile(r"(?<!\\)[*+]|\{\d*,\d*\}")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of an expression."""

    kind: str
    text: str


def tokens(expression: str) -> list[Token]:
    """Return the words of an expression."""
    found = (match for match in TOKEN.finditer(expression) if match.lastgroup)
    return [Token(str(m.lastgroup), m.group(str(m.lastgroup))) for m in found]


def referred(token: Token) -> str:
    """Return the name inside `${…}`."""
    return token.text[2:-1].strip()


def problems_of(
    expression: str,
    known: Collection[str],
    *,
    columns: Collection[str] = (),
    has_self: bool = False,
) -> list[str]:
    """Return what is wrong with an expression, as sentences; nothing when it can be used.

    `known` are the questions before it, `columns` those of the choices (for a choice filter);
    `has_self` says whether `.` is an answer.
    """
    if len(expression) > MOST_LETTERS:
        return [_("Dit is te lang: ten hoogste %(limit)s tekens.") % {"limit": MOST_LETTERS}]
    found = tokens(expression)
    wrong = list(dict.fromkeys(_wrong(found, known, columns, has_self=has_self)))
    if wrong:
        return wrong
    try:
        parsed(expression)
    except Exception:  # noqa: BLE001  the library raises many kinds for what it cannot read
        return [_("Dit is niet te lezen als voorwaarde.")]
    return []


def _wrong(
    found: list[Token], known: Collection[str], columns: Collection[str], *, has_self: bool
) -> Iterator[str]:
    for number, token in enumerate(found):
        after = found[number + 1].text if number + 1 < len(found) else ""
        if token.kind == "reference" and referred(token) not in known:
            yield _("De vraag %(name)s staat hier niet boven.") % {"name": token.text}
        elif token.kind == "name" and after == "(" and token.text not in OPERATORS:
            if token.text not in FUNCTIONS:
                yield _("De functie %(name)s kennen wij niet.") % {"name": f"{token.text}()"}
        elif token.kind == "name" and token.text not in {*OPERATORS, *columns}:
            yield _("Wat is %(name)s? Een vraag schrijft u als ${…}.") % {"name": token.text}
        elif token.kind == "self" and not has_self:
            yield _("Een punt kan alleen in constraint.")
        elif token.kind == "stray":
            yield _("Het teken %(sign)s kan hier niet.") % {"sign": token.text}
        if token == Token("name", "regex"):
            yield from _wrong_pattern(_pattern_of(found[number + 1 :]))
    if _depth(found) > DEEPEST:
        yield _("Er staan te veel haakjes in elkaar.")


def _pattern_of(after: list[Token]) -> str | None:
    """Return the pattern of a call of regex(), when it is written out."""
    depth = 0
    for number, token in enumerate(after):
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 0:
            last, before = after[number - 1], after[number - 2]
            return last.text[1:-1] if last.kind == "text" and before.text == "," else None
    return None


def _wrong_pattern(pattern: str | None) -> Iterator[str]:
    """Refuse patterns that could keep a computer busy for long on a few letters."""
    if pattern is None:
        yield _("Schrijf het patroon van regex() uit, tussen aanhalingstekens.")
        return
    try:
        re.compile(pattern)
    except re.error:
        yield _("Het patroon van regex() is niet te lezen.")
        return
    if REPEATED_GROUP.search(pattern) or len(REPEAT.findall(pattern)) > MOST_REPEATS:
        yield _("Het patroon van regex() herhaalt te veel. Maak het korter.")


def _depth(found: list[Token]) -> int:
    depth = deepest = 0
    for token in found:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        deepest = max(deepest, depth)
    return deepest


def _xpath(expression: str) -> str:
    """Return an expression in XPath: questions, columns and `.` are variables."""
    found = tokens(expression)
    words = []
    for number, token in enumerate(found):
        called = number + 1 < len(found) and found[number + 1].text == "("
        if token.kind == "reference":
            words.append(f"$q-{referred(token)}")
        elif token.kind == "self":
            words.append("$self")
        elif token.kind == "name" and called:
            words.append(OURS.get(token.text, token.text))
        elif token.kind == "name" and token.text not in OPERATORS:
            words.append(f"$c-{token.text}")
        else:
            words.append(token.text)
    return " ".join(words)


@cache
def _parser() -> Any:
    """Return the reader of XPath with the functions of ODK.

    Imported here: it weighs 7 MB, and a process that meets no expression does without.
    """
    from elementpath import XPath2Parser  # noqa: PLC0415  heavy

    parser = XPath2Parser(compatibility_mode=True)
    anything = "item()*"
    for name, function, result, count in (
        ("selected", _selected, "xs:boolean", 2),
        ("count-selected", _count_selected, "xs:integer", 1),
        ("regex", _regex, "xs:boolean", 2),
        ("coalesce", _coalesce, anything, 2),
        ("choose", _choose, anything, 3),
        ("day-of", _day_of, "xs:double", 1),
    ):
        parser.external_function(function, name, sequence_types=(*[anything] * count, result))
    table = dict(parser.symbol_table)
    for sign in COMPARED:
        table[sign] = type(f"Compared{len(table)}", (table[sign],), {"evaluate": _evaluate})
    parser.symbol_table = table
    return parser


def _evaluate(self: Any, context: Any = None) -> bool:
    """Compare as XPath 1.0 does; the library raises where a text is no number."""
    left, right = (_one(operand.evaluate(context)) for operand in self)
    compare = COMPARED[self.symbol]
    if self.symbol in ("=", "!="):
        if isinstance(left, bool) or isinstance(right, bool):
            return bool(compare(bool(left), bool(right)))
        if isinstance(left, str) and isinstance(right, str):
            return bool(compare(left, right))
    return bool(compare(_number(left), _number(right)))


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")


@cache
def parsed(expression: str) -> Any:
    """Return an expression that was read. Raises what the library raises when it cannot."""
    text = _xpath(expression)
    for name, value in (("yes", "(1 = 1)"), ("no", "(1 = 2)"), ("this-day", "$today")):
        text = re.sub(rf"\b{name} \( \)", value, text)
    return _parser().parse(text)


def value_of(
    expression: str,
    answers: Mapping[str, str],
    *,
    today: date,
    itself: str = "",
    columns: Mapping[str, str] | None = None,
) -> bool:
    """Tell whether an expression holds; `answers` is question → what XForms would hold.

    A question without an answer is an empty text, which is no number: no comparison with one holds,
    and neither does what cannot be worked out.
    """
    from elementpath import ElementPathError, XPathContext  # noqa: PLC0415  as above

    names = {referred(one) for one in tokens(expression) if one.kind == "reference"}
    variables: dict[str, Any] = {f"q-{name}": answers.get(name, "") for name in names}
    bare = {one.text for one in tokens(expression) if one.kind == "name"}
    variables |= {f"c-{name}": (columns or {}).get(name, "") for name in bare}
    variables |= {"self": itself, "today": today.toordinal() - EPOCH}
    try:
        result = parsed(expression).evaluate(XPathContext(item=1, variables=variables))
    except ElementPathError:
        return False
    return bool(_one(result))


def _one(value: Any) -> Any:
    return (value[0] if value else "") if isinstance(value, list) else value


def _text(value: Any) -> str:
    value = _one(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _selected(value: Any, name: Any) -> bool:
    return _text(name) in _text(value).split()


def _count_selected(value: Any) -> int:
    return len(_text(value).split())


def _regex(value: Any, pattern: Any) -> bool:
    text = _text(value)
    return len(text) <= LONGEST_MATCHED and re.fullmatch(_text(pattern), text) is not None


def _coalesce(first: Any, second: Any) -> Any:
    return _one(first) if _text(first) else _one(second)


def _choose(condition: Any, first: Any, second: Any) -> Any:
    return _one(first) if _one(condition) else _one(second)


def _day_of(value: Any) -> float:
    try:
        return float(date.fromisoformat(_text(value)).toordinal() - EPOCH)
    except ValueError:
        return float("nan")
