# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes out of a project or a codebook file: trees, sets, and what had to be mended."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from voelspriet.understand.coding.qda.documents import Element
from voelspriet.understand.coding.qda.guids import canonical, guid_of, is_guid
from voelspriet.understand.coding.qda.remarks import Remarks
from voelspriet.understand.coding.qda.told import Code, Codebook, CodeSet

COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
TRUE = ("true", "1", "")


@dataclass(slots=True)
class Known:
    """The identifiers met so far, kind by kind; a second one of a kind gets its own."""

    remarks: Remarks
    seen: dict[str, set[str]] = field(default_factory=dict)

    def guid(self, kind: str, element: Element) -> str:
        """Return the identifier of an element, mended when it is no good or taken."""
        raw = element.get("guid")
        found, seen = canonical(raw), self.seen.setdefault(kind, set())
        place = element.get("name") or raw
        if not found:
            self.remarks.repaired(_("Een onderdeel zonder kenmerk kreeg er een."), place)
            found = guid_of("missing", kind, len(seen), place)
        elif not is_guid(raw.strip().strip("{}").lower()):
            self.remarks.repaired(_("Een kenmerk dat geen GUID is, kreeg een GUID."), place)
        if found in seen:
            self.remarks.repaired(
                _("Een kenmerk dat twee keer voorkwam: het tweede kreeg een eigen kenmerk."), place
            )
            found = guid_of("double", kind, len(seen), found)
        seen.add(found)
        return found

    def has(self, kind: str, guid: str) -> bool:
        """Tell whether an identifier of a kind was met."""
        return guid in self.seen.get(kind, ())


def codebook_of(root: Element, known: Known) -> Codebook:
    """Return the codes and sets directly under a root: a project or a codebook file."""
    books = list(root.all("CodeBook")) if root.name == "Project" else [root]
    codes = [
        _code(one, known) for book in books for one in book.inside("Codes", "Code")
    ]  # fmt: skip
    sets = [_set(one, known) for one in root.inside("Sets", "Set")]
    return Codebook(tuple(codes), tuple(sets))


def _code(element: Element, known: Known) -> Code:
    """Read a code and those below it; the reader of XML bounded how deep that is."""
    guid = known.guid("code", element)
    name = element.get("name").strip()
    if not name:
        known.remarks.repaired(_("Een code zonder naam heet nu naar zijn kenmerk."), guid)
    colour = element.get("color").strip()
    if colour and not COLOUR.fullmatch(colour):
        known.remarks.discarded(_("Een kleur die geen kleur is."), name)
        colour = ""
    return Code(
        guid,
        name or guid[:8],
        is_codable=element.get("isCodable").strip().lower() in TRUE,
        colour=colour,
        description=text_in(element, "Description"),
        notes=targets(element, "NoteRef"),
        children=tuple(_code(one, known) for one in element.all("Code")),
    )


def _set(element: Element, known: Known) -> CodeSet:
    name = element.get("name").strip()
    members = []
    for one in element.all("MemberCode"):
        # a project says targetGUID, a codebook guid
        guid = canonical(one.get("targetGUID") or one.get("guid"))
        if known.has("code", guid):
            members.append(guid)
        else:
            known.remarks.discarded(_("Een groep noemt een code die er niet is."), name)
    others = [*element.all("MemberSource"), *element.all("MemberNote")]
    known.remarks.discarded(_("Bronnen en notities in een groep."), name, len(others))
    guid = known.guid("set", element)
    return CodeSet(guid, name or guid[:8], text_in(element, "Description"), tuple(members))


def text_in(element: Element, name: str) -> str:
    """Return the words of the first element of a name, nothing when there is none."""
    found = element.first(name)
    return found.text if found is not None else ""


def targets(element: Element, name: str) -> tuple[str, ...]:
    """Return what the references of a name point at."""
    return tuple(
        dict.fromkeys(canonical(one.get("targetGUID")) for one in element.all(name))
    )  # fmt: skip


def moment(raw: str) -> datetime | None:
    """Return a moment as UTC; a time without a zone is taken for UTC, nonsense for nothing."""
    try:
        found = datetime.fromisoformat(raw.strip())
    except ValueError:
        return None
    try:
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError:
        return None
