# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing a project (.qdpx) and a codebook (.qdc): the same content is the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import IO

from voelspriet.understand.coding.qda.elements import (
    HEAD,
    described,
    element,
    listed,
    references,
)
from voelspriet.understand.coding.qda.texts import MARK
from voelspriet.understand.coding.qda.told import (
    Case,
    Code,
    Codebook,
    CodeSet,
    Coding,
    Note,
    Project,
    Selection,
    Source,
    Value,
)

ORIGIN = "Voelspriet"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
UNIX, ONLY_OWNER = 3, 0o600 << 16
KINDS = ("Text", "Boolean", "Integer", "Float", "Date", "DateTime")


def write_project(stream: IO[bytes], project: Project) -> None:
    """Write a .qdpx: texts as files, UTF-8, sign for sign.

    Raises ValueError for a selection outside its text, and for two texts with one identifier:
    who made the project can do better than a file nobody reads.
    """
    _refuse_impossible(project)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "project.qde", HEAD + _project(project))
        for one in _texts(project):
            # who reads takes one mark away, so a text that begins with one needs another
            more = MARK if one.text.startswith(MARK) else ""
            _put(archive, f"sources/{one.guid}.txt", more + one.text)


def write_codebook(stream: IO[bytes], codebook: Codebook, *, origin: str = ORIGIN) -> None:
    """Write a .qdc. Raises ValueError without codes: the standard has no empty codebook."""
    if not codebook.codes:
        message = "a codebook without codes cannot be written"
        raise ValueError(message)
    told = {"xmlns": "urn:QDA-XML:codebook:1.0", "origin": origin}
    parts = [listed("Codes", map(_code, codebook.codes)), _sets(codebook, is_project=False)]
    stream.write((HEAD + element("CodeBook", told, parts)).encode())


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    info = zipfile.ZipInfo(name, FIRST_DAY)
    info.compress_type, info.create_system, info.external_attr = (
        zipfile.ZIP_DEFLATED,
        UNIX,
        ONLY_OWNER,
    )
    archive.writestr(info, text.encode())


def _texts(project: Project) -> list[Source | Note]:
    return [*project.sources, *project.notes]


def _refuse_impossible(project: Project) -> None:
    texts = [one.guid for one in _texts(project)]
    if len(set(texts)) != len(texts):
        message = "two texts have one identifier"
        raise ValueError(message)
    for source in project.sources:
        for one in source.selections:
            if not 0 <= one.start <= one.end <= len(source.text):
                message = f"a selection of {source.guid} lies outside its text"
                raise ValueError(message)


def _project(project: Project) -> str:
    told = {
        "xmlns": "urn:QDA-XML:project:1.0",
        "name": project.name or ORIGIN,
        "origin": project.origin or ORIGIN,
        "creatingUserGUID": project.user,
        "creationDateTime": _moment(project.at),
    }
    return element("Project", told, _parts(project))


def _parts(project: Project) -> Iterator[str]:
    """Return the parts of a project in the one order the standard knows."""
    kinds = {one.guid: one.kind for one in project.variables}
    yield listed(
        "Users",
        (
            element("User", {"guid": one.guid, "name": one.name, "id": one.short})
            for one in project.users
        ),
    )
    codes = listed("Codes", map(_code, project.codebook.codes))
    yield listed("CodeBook", [codes])
    yield listed(
        "Variables",
        (
            element(
                "Variable",
                {"guid": one.guid, "name": one.name or one.guid, "typeOfVariable": _kind(one.kind)},
                described(one.description),
            )
            for one in project.variables
        ),
    )
    yield listed("Cases", (_case(one, kinds) for one in project.cases))
    yield listed("Sources", (_source(one, kinds) for one in project.sources))
    yield listed("Notes", map(_note, project.notes))
    yield _sets(project.codebook, is_project=True)
    yield from described(project.description)
    yield from references("NoteRef", project.note_refs)


def _code(code: Code) -> str:
    told = {
        "guid": code.guid,
        "name": code.name or code.guid,
        "isCodable": "true" if code.is_codable else "false",
        "color": code.colour,
    }
    parts = [*described(code.description), *references("NoteRef", code.notes)]
    return element("Code", told, [*parts, *map(_code, code.children)])


def _sets(codebook: Codebook, *, is_project: bool) -> str:
    return listed("Sets", (_set(one, is_project=is_project) for one in codebook.sets))


def _set(one: CodeSet, *, is_project: bool) -> str:
    key = "targetGUID" if is_project else "guid"
    members = [element("MemberCode", {key: guid}) for guid in one.members]
    told = {"guid": one.guid, "name": one.name or one.guid}
    return element("Set", told, [*described(one.description), *members])


def _case(case: Case, kinds: dict[str, str]) -> str:
    parts = [
        *described(case.description),
        *references("CodeRef", case.codes),
        *_values(case.values, kinds),
        *references("SourceRef", case.sources),
        *references("SelectionRef", case.selections),
    ]
    return element("Case", {"guid": case.guid, "name": case.name}, parts)


def _values(values: Iterable[Value], kinds: dict[str, str]) -> Iterator[str]:
    for one in values:
        name = f"{_kind(kinds.get(one.variable, ''))}Value"
        yield element(
            "VariableValue",
            {},
            [*references("VariableRef", [one.variable]), element(name, {}, text=one.text)],
        )


def _source(source: Source, kinds: dict[str, str]) -> str:
    parts = [
        *described(source.description),
        *map(_selection, source.selections),
        *map(_coding, source.codings),
        *references("NoteRef", source.notes),
        *_values(source.values, kinds),
    ]
    return element("TextSource", _text_told(source), parts)


def _note(note: Note) -> str:
    return element("Note", _text_told(note))


def _text_told(one: Source | Note) -> dict[str, str]:
    return {
        "guid": one.guid,
        "name": one.name,
        "plainTextPath": f"internal://{one.guid}.txt",
        "creatingUser": one.user,
        "creationDateTime": _moment(one.at),
    }


def _selection(selection: Selection) -> str:
    told = {
        "guid": selection.guid,
        "name": selection.name,
        "startPosition": str(selection.start),
        "endPosition": str(selection.end),
        "creatingUser": selection.user,
        "creationDateTime": _moment(selection.at),
    }
    parts = [*described(selection.description), *map(_coding, selection.codings)]
    return element(
        "PlainTextSelection", told, [*parts, *references("NoteRef", selection.notes)]
    )  # fmt: skip


def _coding(coding: Coding) -> str:
    told = {
        "guid": coding.guid,
        "creatingUser": coding.user,
        "creationDateTime": _moment(coding.at),
    }
    parts = [*references("CodeRef", [coding.code]), *references("NoteRef", coding.notes)]
    return element("Coding", told, parts)


def _kind(kind: str) -> str:
    return kind if kind in KINDS else "Text"


def _moment(at: datetime | None) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else ""
