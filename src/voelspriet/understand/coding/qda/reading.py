# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a project (.qdpx) and a codebook (.qdc) of any program, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _

from voelspriet.lib.refused_files import FileRefused
from voelspriet.understand.coding.qda.archives import LARGEST_PROJECT, Archive, opened
from voelspriet.understand.coding.qda.codebooks import (
    Known,
    codebook_of,
    moment,
    targets,
    text_in,
)
from voelspriet.understand.coding.qda.documents import Element, tree_of
from voelspriet.understand.coding.qda.guids import canonical
from voelspriet.understand.coding.qda.remarks import Remark, Remarks
from voelspriet.understand.coding.qda.sources import (
    Coders,
    Reading,
    notes_of,
    sources_of,
    values_of,
)
from voelspriet.understand.coding.qda.texts import shelf_of
from voelspriet.understand.coding.qda.told import (
    Case,
    Codebook,
    Project,
    User,
    Variable,
    placed,
)

PROJECT_SPACE, CODEBOOK_SPACE = "urn:QDA-XML:project:", "urn:QDA-XML:codebook:"
VERSION = "1.0"
LARGEST_CODEBOOK = 10_000_000
PROJECT_NAME, SUFFIX = "project.qde", ".qde"
NEVER_TOLD = (".root", ".ds_store", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class ProjectRead:
    """A project, and everything of the file that did not come in as it stood."""

    project: Project
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class CodebookRead:
    """A codebook with the program it came from, and what did not come in as it stood.

    Of a project also how many sources it has, and the identifiers of its cases.
    """

    codebook: Codebook
    origin: str
    remarks: tuple[Remark, ...]
    sources: int = 0
    cases: tuple[str, ...] = ()


def read_project(file: bytes | IO[bytes]) -> ProjectRead:
    """Read a .qdpx.

    Raises FileRefused, with a sentence that names the entry, when any of it is unsafe, broken or
    too large, or when no project is in it. Nothing is written anywhere.
    """
    archive = opened(file)
    entry = _project_entry(archive)
    root = tree_of(archive.read(entry, most=LARGEST_PROJECT), entry)
    remarks = Remarks()
    _refuse_root(root, "Project", PROJECT_SPACE, entry, remarks)
    known = Known(remarks)
    coders = _coders(root, known)
    codebook = codebook_of(root, known)
    shelf = shelf_of(archive, entry)
    reading = Reading(shelf, known, coders)
    sources = sources_of(root, reading)
    project = Project(
        name=root.get("name"),
        origin=root.get("origin"),
        description=text_in(root, "Description"),
        user=coders.of(root.get("creatingUserGUID")),
        at=moment(root.get("creationDateTime")),
        codebook=codebook,
        variables=_variables(root, known),
        cases=_cases(root, known),
        sources=sources,
        notes=notes_of(root, reading),
        note_refs=targets(root, "NoteRef"),
        users=tuple(coders.named.values()),
    )
    _remark_rest(root, archive, {*shelf.used, entry}, remarks)
    return ProjectRead(project, remarks.told())


def read_codes(file: bytes | IO[bytes]) -> CodebookRead:
    """Read only the codes of a .qdpx: no text is opened. Raises FileRefused as `read_project`."""
    archive = opened(file)
    entry = _project_entry(archive)
    root = tree_of(archive.read(entry, most=LARGEST_PROJECT), entry)
    remarks = Remarks()
    _refuse_root(root, "Project", PROJECT_SPACE, entry, remarks)
    codebook = codebook_of(root, Known(remarks))
    cases = tuple(canonical(one.get("guid")) for one in root.inside("Cases", "Case"))
    sources = sum(len(one.children) for one in root.all("Sources"))
    return CodebookRead(codebook, root.get("origin"), remarks.told(), sources, cases)


def read_codebook(file: bytes | IO[bytes]) -> CodebookRead:
    """Read a .qdc. Raises FileRefused when it is too large, broken or no codebook."""
    content = file if isinstance(file, bytes) else file.read(LARGEST_CODEBOOK + 1)
    if len(content) > LARGEST_CODEBOOK:
        most = LARGEST_CODEBOOK // 1_000_000
        raise FileRefused(_("Dit bestand is groter dan %(most)s MB.") % {"most": most})
    entry = _("het codeboek")
    root = tree_of(content, entry)
    remarks = Remarks()
    _refuse_root(root, "CodeBook", CODEBOOK_SPACE, entry, remarks)
    codebook = codebook_of(root, Known(remarks))
    return CodebookRead(codebook, root.get("origin"), remarks.told())


def _project_entry(archive: Archive) -> str:
    """Return the project in an archive: at its root, or in one folder, whatever it is called."""
    found = [
        name
        for name in archive.names
        if name.lower().endswith(SUFFIX)
        and name.count("/") <= 1
        and not name.rpartition("/")[2].startswith("._")
        and not name.startswith("__MACOSX/")
    ]
    found.sort(key=lambda name: (name.count("/"), name.lower().rpartition("/")[2] != PROJECT_NAME))
    if not found:
        raise FileRefused(_("In dit bestand zit geen project (een deel dat eindigt op .qde)."))
    if len(found) > 1 and found[0].lower() != PROJECT_NAME:
        raise FileRefused(_("In dit bestand zitten meer projecten (delen die eindigen op .qde)."))
    return found[0]


def _refuse_root(root: Element, name: str, space: str, entry: str, remarks: Remarks) -> None:
    if root.name != name or not root.space.startswith(space):
        raise FileRefused(
            _("‘%(entry)s’ is geen REFI-QDA: het begint niet met %(name)s.")
            % {"entry": entry, "name": name}
        )
    version = root.space.removeprefix(space)
    if version != VERSION:
        remarks.noticed(_("Het bestand volgt een andere versie van REFI-QDA dan 1.0."), version)


def _coders(root: Element, known: Known) -> Coders:
    coders = Coders(known.remarks)
    for element in root.inside("Users", "User"):
        guid = known.guid("user", element)
        short = element.get("id")
        coders.named[guid] = User(guid, element.get("name") or short or guid[:8], short)
    return coders


def _variables(root: Element, known: Known) -> tuple[Variable, ...]:
    return tuple(
        Variable(
            known.guid("variable", one),
            one.get("name"),
            one.get("typeOfVariable") or "Text",
            text_in(one, "Description"),
        )
        for one in root.inside("Variables", "Variable")
    )


def _cases(root: Element, known: Known) -> tuple[Case, ...]:
    found = []
    for one in root.inside("Cases", "Case"):
        guid, name = known.guid("case", one), one.get("name")
        if known.has("code", guid):
            known.remarks.noticed(
                _("Een geval en een code hebben hetzelfde kenmerk; beide kwamen binnen."), name
            )
        case = Case(
            guid,
            name,
            text_in(one, "Description"),
            codes=_there(one, "CodeRef", "code", known),
            values=values_of(one),
            sources=_there(one, "SourceRef", "source", known),
            selections=_there(one, "SelectionRef", "selection", known),
        )
        found.append(case)
    return tuple(found)


def _there(case: Element, name: str, kind: str, known: Known) -> tuple[str, ...]:
    """Return what a case points at and is there."""
    told = targets(case, name)
    found = tuple(one for one in told if known.has(kind, one))
    sentence = _("Een geval wijst naar iets dat er niet is.")
    known.remarks.discarded(sentence, case.get("name"), len(told) - len(found))
    return found


def _remark_rest(root: Element, archive: Archive, used: set[str], remarks: Remarks) -> None:
    """Say what of the file was not looked at."""
    links = len(list(root.inside("Links", "Link")))
    remarks.discarded(_("Verbindingen tussen onderdelen."), count=links)
    graphs = len(list(root.inside("Graphs", "Graph")))
    remarks.discarded(_("Tekeningen van verbanden."), count=graphs)
    for name in archive.names:
        if name not in used and name.rpartition("/")[2].lower() not in NEVER_TOLD:
            remarks.discarded(_("Een bestand in het project dat wij niet lezen."), name)


def codes_in(codebook: Codebook) -> int:
    """Return how many codes a codebook has."""
    return sum(1 for _one in placed(codebook.codes))
