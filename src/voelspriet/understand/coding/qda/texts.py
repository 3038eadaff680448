# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a source: a file in the archive or words in the project itself."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from voelspriet.lib.refused_files import FileRefused
from voelspriet.understand.coding.qda.archives import LARGEST_TEXT, Archive
from voelspriet.understand.coding.qda.documents import Element
from voelspriet.understand.coding.qda.remarks import Remarks

INTERNAL = re.compile(r"^internal://(?:sources/)?([^/\\]+)\Z", re.IGNORECASE)
MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Words:
    """A text, and whether a byte order mark stood before it."""

    text: str
    had_mark: bool = False


@dataclass(slots=True)
class Shelf:
    """The files of an archive by their bare name, and which of them were used."""

    archive: Archive
    files: dict[str, str]
    used: set[str] = field(default_factory=set)

    def text(self, path: str, remarks: Remarks) -> Words | None:
        """Return the text at a path of the file; nothing, with a remark, when it is not here.

        A path is only looked up among the names of the archive: it opens nothing else.
        """
        match = INTERNAL.match(path.strip())
        if match is None:
            remarks.discarded(_("Deze tekst staat buiten het bestand."), path)
            return None
        name = self.files.get(match.group(1).lower())
        if name is None:
            remarks.discarded(_("De tekst waarnaar dit wijst, zit niet in het bestand."), path)
            return None
        self.used.add(name)
        return decoded(self.archive.read(name, most=LARGEST_TEXT), name, remarks)


def shelf_of(archive: Archive, project: str) -> Shelf:
    """Return the files beside a project, in a folder `sources` however it is written."""
    folder = project.rpartition("/")[0]
    files: dict[str, str] = {}
    for name in archive.names:
        inside = name[len(folder) :].lstrip("/") if name.startswith(folder) else ""
        above, _sign, bare = inside.rpartition("/")
        if bare and above.lower() in ("sources", "source", ""):
            files.setdefault(bare.lower(), name)
    files.pop(project.rpartition("/")[2].lower(), None)
    return Shelf(archive, files)


def words_of(element: Element, shelf: Shelf, remarks: Remarks) -> Words | None:
    """Return the text of a source or note; nothing, with a remark, when there is none."""
    name = element.get("name") or element.get("guid")
    path, inline = element.get("plainTextPath"), element.first("PlainTextContent")
    if path and inline is not None:
        remarks.noticed(_("De tekst staat er twee keer bij; wij namen die uit het bestand."), name)
    found = shelf.text(path, remarks) if path else None
    if found is None and inline is not None:
        had_mark = inline.text.startswith(MARK)
        found = Words(inline.text.removeprefix(MARK), had_mark)
    if found is None and not path:
        if element.get("richTextPath"):
            remarks.discarded(_("Van deze bron is er alleen een opgemaakte tekst."), name)
        else:
            remarks.discarded(_("Bij deze bron is geen tekst."), name)
    return found


def decoded(content: bytes, name: str, remarks: Remarks) -> Words:
    """Return a text from bytes: UTF-8, or what older programs write, with a remark."""
    told, words = _decoded(content, name)
    if told:
        remarks.repaired(told, name)
    if "\0" in words.text:
        remarks.repaired(_("In deze tekst stonden onleesbare tekens; daar staat nu �."), name)
        words = Words(words.text.replace("\0", "\ufffd"), words.had_mark)
    return words


def _decoded(content: bytes, name: str) -> tuple[str, Words]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError as error:
            sentence = _("‘%(entry)s’ is beschadigd.") % {"entry": name}
            raise FileRefused(sentence) from error
        return _("Deze tekst was in UTF-16 geschreven."), Words(text, had_mark=True)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        # what older programs on Windows write; every byte is a letter there
        text = content.decode("cp1252", errors="replace")
        return _("Deze tekst was niet in UTF-8 geschreven; wij lazen hem als Windows-1252."), Words(
            text
        )
    return "", Words(text.removeprefix(MARK), text.startswith(MARK))
