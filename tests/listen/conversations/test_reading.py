# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files: their text comes out, and everything that overdoes it is refused in a sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from voelspriet.listen.conversations.reading import FileRefused, text_of_file

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCX = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body><w:p><w:r><w:t>Het plein</w:t>'
    "</w:r><w:r><w:tab/><w:t xml:space='preserve'> is donker &amp; stil 🙂</w:t></w:r></w:p>\n"
    "<w:p><w:r><w:t>Tweede</w:t><w:br/><w:t>regel</w:t></w:r>"
    "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p></w:body></w:document>"
)
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:h>Kop</text:h><text:p>Het <text:span>plein</text:span><text:s/>is"
    "<text:line-break/>stil</text:p></office:text></office:body></office:document-content>"
)


def archive(part, content, *, more=0):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(part, content)
        for number in range(more):
            file.writestr(f"extra/{number}", "")
    return buffer.getvalue()


def pdf(words):
    """A one-page PDF, written by hand."""
    stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode() if words else b""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page + b"<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\n"
    return out + table + b"startxref\n%d\n%%%%EOF" % len(out)


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", "Het plein is donker".encode("utf-8-sig"), "Het plein is donker"),
        ("a.TXT", "Café".encode("cp1252"), "Café"),
        ("a.docx", archive("word/document.xml", DOCX),
         "Het plein\t is donker & stil 🙂\nTweede\nregel"),
        ("a.odt", archive("content.xml", ODT), "Kop\nHet plein is\nstil"),
        ("a.pdf", pdf("Het plein is donker"), "Het plein is donker"),
    ],
)  # fmt: skip
def test_the_text_comes_out(name, content, text):
    assert text_of_file(name, content) == text


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
STRANGE = '<?xml version="1.0" encoding="x-y"?><x/>'
REFUSED = {
    "another kind": ("a.exe", b"MZ"),
    "no ending": ("naam", b"x"),
    "too large": ("a.txt", b"x" * 5_000_001),
    "no text": ("a.txt", b"a\0b"),
    "no archive": ("a.docx", b"geen archief"),
    "an archive of something else": ("a.docx", archive("iets.xml", "<x/>")),
    "too many parts": ("a.odt", archive("content.xml", ODT, more=2_001)),
    "unfolds to too much": ("a.docx", archive("word/document.xml", b"<x>" + b"a" * 25_000_000)),
    "entities": ("a.docx", archive("word/document.xml", BOMB)),
    "entities in other letters": ("a.docx", archive("word/document.xml", BOMB.encode("utf-16"))),
    "broken xml": ("a.odt", archive("content.xml", "<x><y></x>")),
    "an unknown encoding": ("a.odt", archive("content.xml", STRANGE)),
    "no pdf": ("a.pdf", b"geen pdf"),
    "a broken pdf": ("a.pdf", b"%PDF-1.4 kapot"),
    "a pdf without words": ("a.pdf", pdf("")),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_what_overdoes_it_is_refused_in_a_sentence(kind):
    with pytest.raises(FileRefused) as refused:
        text_of_file(*REFUSED[kind])
    assert str(refused.value).endswith(".")


def test_a_deep_document_is_no_trouble():
    deep = "<w:p>" * 20_000 + "<w:r><w:t>diep</w:t></w:r>" + "</w:p>" * 20_000
    content = archive(
        "word/document.xml", DOCX.partition("<w:p>")[0] + deep + "</w:body></w:document>"
    )
    assert text_of_file("a.docx", content) == "diep"
