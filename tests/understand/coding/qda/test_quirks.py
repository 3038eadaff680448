# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What other programs write beside the standard comes in, and what does not is said."""

from __future__ import annotations

import zipfile

import pytest

from tests.understand.coding.qda.making import (
    CODE,
    OTHER,
    SOURCE,
    USER,
    archive,
    numbered,
    project,
    qdpx,
    selection,
    text_source,
)
from voelspriet.understand.coding.qda import Weight, codes_in, read_codebook, read_project
from voelspriet.understand.coding.qda.told import placed

PLAIN = "Het plein is donker en stil."


def pieces(read):
    """The words every selection covers."""
    return [
        source.text[one.start : one.end]
        for source in read.project.sources
        for one in source.selections
    ]


def said(read, weight):
    """The sentences of a weight."""
    return [one.sentence for one in read.remarks if one.weight == weight]


@pytest.mark.real_data
def test_the_nvivo_project_comes_in_with_every_code_in_place(shared):
    content = (shared / "data/payloads/refi-qda/nvivo_project.qdpx").read_bytes()
    read = read_project(content)
    assert codes_in(read.project.codebook) == 262
    with zipfile.ZipFile(shared / "data/payloads/refi-qda/nvivo_project.qdpx") as file:
        told = file.read("project.qde").decode()
    codes = list(placed(read.project.codebook.codes))
    # in the same order, and as deep as the file has them
    assert [one.code.guid for one in codes] == [
        part[:36] for part in told.split('<Code guid="')[1:]
    ]
    assert max(one.depth for one in codes) > 1
    assert [one.name for one in read.project.users] == ["chrisp", "cp"]
    assert [(one.text, one.selections) for one in read.project.sources] == [("\n", ())] * 2
    # nothing mended; the two formatted texts beside the plain ones are not read, and that is said
    assert [(one.weight, one.count) for one in read.remarks] == [(Weight.DISCARDED, 2)]
    assert not any(".root" in place for one in read.remarks for place in one.places)


EMOJI = "Stil 🙂 plein, vuil 🗑 plein, licht"
ENDS = "Eerste\r\nTweede\r\nDerde regel"
WAYS = {
    "as the standard says": (PLAIN, [(4, 9, "plein"), (13, 19, "donker")], ""),
    "names cut short": (PLAIN, [(0, 19, "Het plein is…"), (4, 19, "plein is do...")], ""),
    "labels instead of words": (PLAIN, [(4, 9, "S1"), (13, 19, "Selectie 2")], ""),
    "no names": (ENDS, [(8, 14, ""), (16, 21, "")], ""),
    "line ends as two, as we do": (ENDS, [(8, 14, "Tweede"), (16, 21, "Derde")], ""),
    "line ends as one": (ENDS, [(7, 13, "Tweede"), (14, 19, "Derde")], "regeleinde als één"),
    "line ends as two where they are one": (
        ENDS.replace("\r", ""), [(8, 14, "Tweede"), (16, 21, "Derde")], "regeleinde als twee"),
    "a mark not counted": ("\ufeff" + PLAIN, [(4, 9, "plein")], ""),
    "a mark counted": ("\ufeff" + PLAIN, [(5, 10, "plein"), (14, 20, "donker")], "onzichtbaar"),
    "emoji as two": (EMOJI, [(8, 13, "plein"), (23, 28, "plein"), (30, 35, "licht")], "emoji"),
    "the last sign counted": (PLAIN, [(4, 8, "plein"), (13, 18, "donker")], "laatste"),
}  # fmt: skip
WHERE = {"labels instead of words": ["plein", "donker"], "no names": ["Tweede", "Derde"]}


@pytest.mark.parametrize("way", sorted(WAYS))
def test_positions_are_counted_as_the_names_say(way):
    text, told, why = WAYS[way]
    read = read_project(qdpx(text, *(selection(at, *one) for at, one in enumerate(told))))
    words = WHERE.get(way) or [name.rstrip(".…") for _start, _end, name in told]
    assert [piece[: len(word)] for piece, word in zip(pieces(read), words, strict=True)] == words
    mended = said(read, Weight.REPAIRED)
    assert [why in one for one in mended] == ([True] if why else [])
    assert not said(read, Weight.DISCARDED)


def test_selections_that_fit_nowhere_are_said():
    told = [
        selection(1, 4, 9, "plein"),
        selection(2, 13, 19, "iets anders"),
        selection(3, 20, 200, "buiten"),
        selection(4, 9, 4),
        selection(5, "-1", 3),
        selection(6, "٣", 5),
        selection(7, "", ""),
        selection(8, "9" * 5000, 5),
    ]
    read = read_project(qdpx(PLAIN, *told))
    assert pieces(read) == ["plein", "donker"]
    told = {one.sentence: one.count for one in read.remarks}
    assert told["Een selectie die buiten de tekst valt."] == 3
    assert told["Een selectie zonder plaats in de tekst."] == 3
    assert told["Een selectie begint niet met de woorden van haar naam. Kijk haar na."] == 1


@pytest.mark.parametrize("folder", ["sources", "Sources", "SOURCES", "map/Sources"])
@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_folders_names_and_strays(folder, way):
    entry = "map/Mijn project.QDE" if folder.startswith("map") else "Anders.qde"
    content = archive(
        (entry, project(text_source(selection(1, 4, 9, "plein")))),
        (f"{folder}/.root", ""),
        ("__MACOSX/._Anders.qde", "x"),
        (f"{folder}/{SOURCE.upper()}.TXT", PLAIN),
        (f"{folder}/opname.mp3", "geluid"),
        way=way,
    )
    read = read_project(content)
    assert pieces(read) == ["plein"]
    places = [place for one in read.remarks for place in one.places]
    assert f"{folder}/opname.mp3" in places
    assert not any(place.endswith(".root") for place in places)


def test_identifiers_in_braces_capitals_doubled_and_no_identifiers():
    codes = (
        f'<Code guid="{{{CODE.upper()}}}" name="Licht" isCodable="true">'
        f'<Code guid="{CODE}" name="Dubbel" isCodable="false" color="rood"/></Code>'
        '<Code guid="code 7" name=" " isCodable="1" color="#a1B2c3"/>'
    )
    coded = f'<Coding guid="{{{numbered(3).upper()}}}"><CodeRef targetGUID=" code 7 "/></Coding>'
    read = read_project(qdpx(PLAIN, selection(1, 4, 9, inside=coded), codes=codes))
    first, second = read.project.codebook.codes
    assert first.guid == CODE
    assert first.children[0].guid != CODE
    assert not first.children[0].is_codable
    assert (second.colour, second.name) == ("#a1B2c3", second.guid[:8])
    assert read.project.sources[0].selections[0].codings[0].code == second.guid
    assert len(said(read, Weight.REPAIRED)) == 3
    assert "Een kleur die geen kleur is." in said(read, Weight.DISCARDED)
    # the same file gives the same identifiers
    again = read_project(qdpx(PLAIN, selection(1, 4, 9, inside=coded), codes=codes))
    assert again == read


def test_memos_unknown_coders_and_codes_that_are_not_there():
    told = f'creatingUser="{{{OTHER.upper()}}}" creationDateTime="2024-09-15T15:36:47+02:00"'
    lost = f'<Coding guid="{numbered(8)}"><CodeRef targetGUID="{numbered(9)}"/></Coding>'
    memo = "<Description>Let op de toon\nhier</Description>"
    read = read_project(
        qdpx(
            PLAIN,
            selection(1, 4, 9, inside=memo, told=told),
            selection(2, 13, 19, inside=lost),
            selection(3, 13, 19, inside="", told='creationDateTime="gisteren"'),
        )
    )
    first, second, third = read.project.sources[0].selections
    assert (first.description, first.codings) == ("Let op de toon\nhier", ())
    assert first.at is not None
    assert first.at.hour == 13
    assert third.at is None
    assert [one.name for one in read.project.users] == ["Coder 1", "Onbekende codeur 1"]
    assert read.project.users[1].guid == first.user == OTHER
    assert second.codings == ()
    assert said(read, Weight.DISCARDED) == ["Een codering met een code die er niet is."]


def test_a_case_that_shares_its_identifier_with_a_code():
    case = (
        f'<Variables><Variable guid="{numbered(5)}" name="Rol" typeOfVariable="Text"/></Variables>'
        f'<Cases><Case guid="{CODE}" name="Bewoner"><CodeRef targetGUID="{CODE}"/><VariableValue>'
        f'<VariableRef targetGUID="{numbered(5)}"/><TextValue>bewoner</TextValue></VariableValue>'
        f'<SourceRef targetGUID="{numbered(99)}"/></Case></Cases>'
    )
    read = read_project(archive(("project.qde", project(case))))
    (one,) = read.project.cases
    assert (one.guid, one.codes, one.sources) == (CODE, (CODE,), ())
    assert one.values[0].text == "bewoner"
    assert codes_in(read.project.codebook) == 1
    assert len(said(read, Weight.NOTICED)) == 1


TEXTS = {
    "in the project": ("", "<PlainTextContent>Het plein</PlainTextContent>", "Het plein", ""),
    "twice": (f'plainTextPath="internal://{SOURCE}.txt"',
              "<PlainTextContent>anders</PlainTextContent>", PLAIN, "twee keer"),
    "missing": (f'plainTextPath="internal://{OTHER}.txt"', "", None, "zit niet in het bestand"),
    "missing, but in the project": (f'plainTextPath="internal://{OTHER}.txt"',
                                    "<PlainTextContent>Het plein</PlainTextContent>", "Het plein",
                                    "zit niet in het bestand"),
    "formatted only": (f'richTextPath="internal://{SOURCE}.docx"', "", None, "opgemaakte"),
    "nowhere": ("", "", None, "geen tekst"),
    "elsewhere": ('plainTextPath="relative://a.txt"', "", None, "buiten het bestand"),
    "up and away": ('plainTextPath="internal://../../etc/passwd"', "", None, "buiten het bestand"),
    "on a disk": ('plainTextPath="absolute:///etc/passwd"', "", None, "buiten het bestand"),
}  # fmt: skip


@pytest.mark.parametrize("where", sorted(TEXTS))
def test_where_a_text_stands(where):
    path, inside, text, why = TEXTS[where]
    told = project(text_source(selection(1, 0, 3), path=path, inside=inside))
    read = read_project(archive(("project.qde", told), (f"sources/{SOURCE}.txt", PLAIN)))
    assert [one.text for one in read.project.sources] == ([] if text is None else [text])
    sentences = [one.sentence for one in read.remarks]
    assert not why or any(why in one for one in sentences)
    assert (text is None) == ("Codes bij een bron zonder tekst." in sentences)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_a_text(encoding):
    read = read_project(qdpx("Café ’t Hoekje".encode(encoding), selection(1, 5, 14, "’t Hoekje")))
    assert pieces(read) == ["’t Hoekje"]
    assert bool(said(read, Weight.REPAIRED)) == (encoding in ("utf-16", "cp1252"))


def test_what_no_database_takes_is_replaced_in_place():
    read = read_project(qdpx("a\0b plein", selection(1, 4, 9, "plein")))
    assert pieces(read) == ["plein"]
    assert read.project.sources[0].text == "a\ufffdb plein"


def test_pages_and_pictures():
    page = (
        f'<PDFSource guid="{OTHER}" name="Rapport" path="internal://{OTHER}.pdf">'
        f'<PDFSelection guid="{numbered(20)}" page="0" firstX="1" firstY="1" secondX="2" '
        f'secondY="2"><Coding guid="{numbered(21)}"><CodeRef targetGUID="{CODE}"/></Coding>'
        f'</PDFSelection><Representation guid="{numbered(22)}" '
        f'plainTextPath="internal://{numbered(22)}.txt">{selection(1, 4, 9, "plein")}'
        f"</Representation></PDFSource>"
        f'<PictureSource guid="{numbered(30)}" name="Foto"><Coding guid="{numbered(31)}">'
        f'<CodeRef targetGUID="{CODE}"/></Coding></PictureSource>'
        f'<AudioSource guid="{numbered(40)}" name="Opname"/>'
    )
    links = f'<Links><Link guid="{numbered(50)}"/></Links>'
    told = project(f"<Sources>{page}</Sources>{links}")
    read = read_project(archive(("project.qde", told), (f"sources/{numbered(22)}.txt", PLAIN)))
    assert pieces(read) == ["plein"]
    assert read.project.sources[0].name == "Rapport"
    counts = {one.sentence: one.count for one in read.remarks}
    assert counts["Een selectie in een beeld, geluid, film of pagina."] == 1
    assert counts["Een codering van wat geen tekst is."] == 2
    assert counts["Een beeld, geluid of film."] == 2
    assert counts["Verbindingen tussen onderdelen."] == 1


def test_a_codebook_file_with_sets_of_another_version():
    content = (
        '\ufeff<CodeBook xmlns="urn:QDA-XML:codebook:1.5" origin="Iets"><Codes>'
        f'<Code guid="{CODE}" name="Licht" isCodable="true"><Description>Is er licht?'
        f'</Description></Code></Codes><Sets><Set guid="{numbered(1)}" name="Omgeving">'
        f'<MemberCode guid="{{{CODE.upper()}}}"/><MemberCode guid="{numbered(2)}"/></Set></Sets>'
        "</CodeBook>"
    ).encode()
    read = read_codebook(content)
    assert read.origin == "Iets"
    assert read.codebook.codes[0].description == "Is er licht?"
    assert read.codebook.sets[0].members == (CODE,)
    assert [one.weight for one in read.remarks] == [Weight.DISCARDED, Weight.NOTICED]


def test_the_coder_of_a_project_without_a_list_of_coders():
    read = read_project(archive(("project.qde", project(told=f'creatingUserGUID="{USER}"',
                                                        users=""))))  # fmt: skip
    assert [one.name for one in read.project.users] == ["Onbekende codeur 1"]
