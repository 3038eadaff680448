# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a project of any coding program says, in frozen parts that know no database.

Positions are codepoints from 0, the end not included, in `text` of the source as it stands here.
Identifiers are GUIDs in small letters without braces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who coded, under the name the file gives."""

    guid: str
    name: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code with what it means and the codes below it."""

    guid: str
    name: str
    is_codable: bool = True
    colour: str = ""
    description: str = ""
    notes: tuple[str, ...] = ()
    children: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeSet:
    """Codes that somebody put together under a name."""

    guid: str
    name: str
    description: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """Codes as trees, and sets of them."""

    codes: tuple[Code, ...] = ()
    sets: tuple[CodeSet, ...] = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """A code given to a selection, by whom and when."""

    guid: str
    code: str
    user: str = ""
    at: datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """A piece of a text. Without codings it is a remark beside the text."""

    guid: str
    start: int
    end: int
    name: str = ""
    description: str = ""
    user: str = ""
    at: datetime | None = None
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable says of a case or a source, written as the file writes it."""

    variable: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A text with what was selected in it; `codings` are about the whole text."""

    guid: str
    name: str
    text: str
    description: str = ""
    user: str = ""
    at: datetime | None = None
    selections: tuple[Selection, ...] = ()
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Variable:
    """A property that cases and sources can have; `kind` is a word of the standard."""

    guid: str
    name: str
    kind: str = "Text"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What sources and selections belong to: a conversation, a place, a group."""

    guid: str
    name: str
    description: str = ""
    codes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    sources: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A text somebody wrote about something else in the project."""

    guid: str
    name: str
    text: str
    user: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A whole project: who coded, with which codes, which texts and where."""

    name: str
    origin: str = ""
    description: str = ""
    user: str = ""
    at: datetime | None = None
    users: tuple[User, ...] = ()
    codebook: Codebook = Codebook()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()
    note_refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """A code with where it hangs: the GUID of the code above it, or nothing, and how deep."""

    code: Code
    parent: str
    depth: int


def placed(codes: Sequence[Code]) -> Iterator[PlacedCode]:
    """Return every code of some trees from top to bottom, a code before those below it."""
    waiting = [PlacedCode(code, "", 0) for code in reversed(codes)]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(
            PlacedCode(child, one.code.guid, one.depth + 1) for child in reversed(one.code.children)
        )
