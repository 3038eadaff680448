# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""XML from outside as a plain tree: declarations are refused, depth and number have a bound.

The reader below is expat, asked directly: whatever letters a document is written in, a
declaration of its own comes by as an event, and nothing is ever fetched or unfolded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Never
from xml.parsers import expat

from django.utils.translation import gettext as _

from voelspriet.lib.refused_files import FileRefused
from voelspriet.understand.coding.qda.remarks import shortened

DEEPEST = 60
MOST_ELEMENTS = 200_000
MOST_ATTRIBUTES = 40
LONGEST_ATTRIBUTE = 100_000


@dataclass(slots=True)
class Element:
    """An element: its space and name, what it says of itself, its words and what is in it.

    `after` tells behind how many parts of words of the element around it this one stands.
    """

    space: str
    name: str
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)
    after: int = 0

    @property
    def text(self) -> str:
        """The words directly in this element."""
        return "".join(self.parts)

    def get(self, attribute: str) -> str:
        """Return an attribute, nothing when it is not there."""
        return self.attributes.get(attribute, "")

    def all(self, name: str) -> Iterator[Element]:
        """Return the elements of a name directly in this one."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Element | None:
        """Return the first element of a name directly in this one."""
        return next(self.all(name), None)

    def inside(self, outer: str, name: str) -> Iterator[Element]:
        """Return the elements of a name in the list element `outer`."""
        return (child for one in self.all(outer) for child in one.all(name))


@dataclass(slots=True)
class _Building:
    """Builds the tree while the reader tells what it meets."""

    entry: str
    root: Element | None = None
    open: list[Element] = field(default_factory=list)
    elements: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if len(self.open) >= DEEPEST:
            self.refuse(_("In %(entry)s zitten onderdelen te diep in elkaar."))
        if self.elements > MOST_ELEMENTS or len(attributes) > MOST_ATTRIBUTES:
            self.refuse(_("In %(entry)s staan te veel onderdelen."))
        if any(len(value) > LONGEST_ATTRIBUTE for value in attributes.values()):
            self.refuse(_("In %(entry)s staat een te lange naam."))
        space, _sign, bare = name.rpartition(" ")
        element = Element(space, bare, attributes)
        if self.open:
            element.after = len(self.open[-1].parts)
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def words(self, words: str) -> None:
        self.open[-1].parts.append(words)

    def declared(self, *_told: object) -> None:
        self.refuse(_("%(entry)s bevat aanwijzingen die wij niet uitvoeren (een DOCTYPE)."))

    def refuse(self, sentence: str) -> Never:
        raise FileRefused(sentence % {"entry": f"‘{shortened(self.entry)}’"})


def tree_of(content: bytes, entry: str) -> Element:
    """Return the root of a document.

    Raises FileRefused, naming the entry, for broken XML, unknown letters, a DOCTYPE (so for every
    entity), and elements too many or too deep in each other.
    """
    building = _Building(entry)
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.buffer_text = True
    reader.StartElementHandler = building.start
    reader.EndElementHandler = building.end
    reader.CharacterDataHandler = building.words
    reader.StartDoctypeDeclHandler = building.declared
    reader.EntityDeclHandler = building.declared
    try:
        reader.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        sentence = _("%(entry)s is geen goede XML: de fout zit bij regel %(line)s.")
        told = {"entry": f"‘{shortened(entry)}’", "line": reader.ErrorLineNumber}
        raise FileRefused(sentence % told) from error
    if building.root is None:
        building.refuse(_("In %(entry)s staat niets."))
    return building.root
