# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sources out of a project: texts, what was selected in them, and by whom it was coded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from voelspriet.understand.coding.qda.codebooks import Known, moment, targets, text_in
from voelspriet.understand.coding.qda.documents import Element
from voelspriet.understand.coding.qda.guids import canonical
from voelspriet.understand.coding.qda.positions import (
    STANDARD,
    Counting,
    Lines,
    Place,
    Told,
    settled,
)
from voelspriet.understand.coding.qda.remarks import Remarks
from voelspriet.understand.coding.qda.texts import Shelf, words_of
from voelspriet.understand.coding.qda.told import Coding, Note, Selection, Source, User, Value

WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
OTHER_KINDS = ("PictureSource", "AudioSource", "VideoSource")
OTHER_SELECTIONS = ("PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection",
                    "TranscriptSelection")  # fmt: skip


@dataclass(slots=True)
class Coders:
    """Who coded: those the file names, and those it only points at."""

    remarks: Remarks
    named: dict[str, User] = field(default_factory=dict)
    unknown: int = 0

    def of(self, raw: str) -> str:
        """Return the identifier of a coder; somebody the file does not name gets a name."""
        guid = canonical(raw)
        if guid and guid not in self.named:
            self.unknown += 1
            name = _("Onbekende codeur %(number)s") % {"number": self.unknown}
            self.named[guid] = User(guid, name)
            self.remarks.repaired(_("Een codeur staat niet in de lijst van codeurs."), name)
        return guid


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a source needs."""

    shelf: Shelf
    known: Known
    coders: Coders

    @property
    def remarks(self) -> Remarks:
        """Where remarks go."""
        return self.known.remarks


def sources_of(root: Element, reading: Reading) -> tuple[Source, ...]:
    """Return the texts of a project; what is no text is left out, and said."""
    found: list[Source] = []
    for element in (child for one in root.all("Sources") for child in one.children):
        told = element
        if element.name == "PDFSource":
            told = element.first("Representation") or element
            _leave_out(element, reading.remarks, but="Representation")
        elif element.name != "TextSource":
            _leave_out(element, reading.remarks)
            reading.remarks.discarded(_("Een beeld, geluid of film."), element.get("name"))
            continue
        source = _source(told, reading, above=element)
        if source is not None:
            found.append(source)
    return tuple(found)


def notes_of(root: Element, reading: Reading) -> tuple[Note, ...]:
    """Return the notes of a project."""
    found = []
    for element in root.inside("Notes", "Note"):
        words = words_of(element, reading.shelf, reading.remarks)
        if words is not None:
            selections = len(list(element.all("PlainTextSelection")))
            reading.remarks.discarded(_("Selecties in een notitie."), count=selections)
            found.append(
                Note(reading.known.guid("note", element), element.get("name"), words.text,
                     reading.coders.of(element.get("creatingUser")),
                     moment(element.get("creationDateTime")))
            )  # fmt: skip
    return tuple(found)


def _source(element: Element, reading: Reading, *, above: Element) -> Source | None:
    name = above.get("name") or element.get("name")
    words = words_of(element, reading.shelf, reading.remarks)
    if words is None:
        codings = _codings_within(element)
        reading.remarks.discarded(_("Codes bij een bron zonder tekst."), name, codings)
        return None
    told = list(_told(element, name, reading.remarks))
    counting, places = settled(
        words.text, [one for _element, one in told], had_mark=words.had_mark
    )  # fmt: skip
    _remark_counting(counting, name, reading.remarks)
    selections = [
        _selection(one, place, reading)
        for (one, _told_at), place in zip(told, places, strict=True)
        if _may_stand(place, name, reading.remarks)
    ]
    parts = [above] if element is above else [above, element]
    return Source(
        guid=reading.known.guid("source", above),
        name=name,
        text=words.text,
        description=text_in(above, "Description"),
        user=reading.coders.of(element.get("creatingUser") or above.get("creatingUser")),
        at=moment(element.get("creationDateTime") or above.get("creationDateTime")),
        selections=tuple(selections),
        codings=tuple(coding for one in parts for coding in _codings(one, reading)),
        notes=tuple(guid for one in parts for guid in targets(one, "NoteRef")),
        values=values_of(above),
    )


def _told(element: Element, source: str, remarks: Remarks) -> Iterator[tuple[Element, Told]]:
    for one in element.all("PlainTextSelection"):
        start, end = one.get("startPosition").strip(), one.get("endPosition").strip()
        if WHOLE.fullmatch(start) and WHOLE.fullmatch(end):
            yield one, Told(int(start), int(end), one.get("name"))
        else:
            remarks.discarded(_("Een selectie zonder plaats in de tekst."), source)


def _may_stand(place: Place | None, source: str, remarks: Remarks) -> bool:
    if place is None:
        remarks.discarded(_("Een selectie die buiten de tekst valt."), source)
    elif place.fits is False:
        remarks.noticed(
            _("Een selectie begint niet met de woorden van haar naam. Kijk haar na."), source
        )
    return place is not None


def _remark_counting(counting: Counting, source: str, remarks: Remarks) -> None:
    if counting == STANDARD:
        return
    told = {
        _("een regeleinde als één teken"): counting.lines == Lines.ONE,
        _("een regeleinde als twee tekens"): counting.lines == Lines.TWO,
        _("een onzichtbaar teken vooraan mee"): counting.mark,
        _("een emoji als twee tekens"): counting.units,
        _("het laatste teken mee"): counting.closed,
    }
    ways = ", ".join(way for way, is_so in told.items() if is_so)
    sentence = _("De plaatsen waren anders geteld (%(ways)s). Wij rekenden ze om.")
    remarks.repaired(sentence % {"ways": ways}, source)


def _selection(element: Element, place: Place | None, reading: Reading) -> Selection:
    start, end = (place.start, place.end) if place is not None else (0, 0)
    return Selection(
        guid=reading.known.guid("selection", element),
        start=start,
        end=end,
        name=element.get("name"),
        description=text_in(element, "Description"),
        user=reading.coders.of(element.get("creatingUser")),
        at=moment(element.get("creationDateTime")),
        codings=tuple(_codings(element, reading)),
        notes=targets(element, "NoteRef"),
    )


def _codings(element: Element, reading: Reading) -> Iterator[Coding]:
    for one in element.all("Coding"):
        codes = targets(one, "CodeRef")
        if not codes or not reading.known.has("code", codes[0]):
            reading.remarks.discarded(_("Een codering met een code die er niet is."))
            continue
        yield Coding(
            reading.known.guid("coding", one),
            codes[0],
            reading.coders.of(one.get("creatingUser")),
            moment(one.get("creationDateTime")),
            targets(one, "NoteRef"),
        )


def values_of(element: Element) -> tuple[Value, ...]:
    """Return what variables say of an element."""
    found = []
    for one in element.all("VariableValue"):
        for variable in targets(one, "VariableRef")[:1]:
            told = [child for child in one.children if child.name.endswith("Value")]
            if told:
                found.append(Value(variable, told[0].text))
    return tuple(found)


def _leave_out(element: Element, remarks: Remarks, *, but: str = "") -> None:
    """Say how many selections and codings of a source that is no text are left out."""
    name = element.get("name")
    parts = [child for child in element.children if child.name != but]
    selections = [one for one in parts if one.name in OTHER_SELECTIONS]
    remarks.discarded(
        _("Een selectie in een beeld, geluid, film of pagina."), name, len(selections)
    )
    inner: Sequence[Element] = parts if not but else selections
    codings = sum((one.name == "Coding") + _codings_within(one) for one in inner)
    remarks.discarded(_("Een codering van wat geen tekst is."), name, codings)


def _codings_within(element: Element) -> int:
    return sum((one.name == "Coding") + _codings_within(one) for one in element.children)
