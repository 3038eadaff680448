# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files nobody should make are refused in a sentence that says which part and why."""

from __future__ import annotations

import stat
import struct
import time
import zipfile
import zlib

import pytest

from tests.understand.coding.qda.making import (
    SOURCE,
    SPACE,
    archive,
    numbered,
    project,
    qdpx,
    text_source,
)
from voelspriet.understand.coding.qda import FileRefused, read_codebook, read_project

GOOD = project()
LONG = b"a" * 3_000_000


def link():
    info = zipfile.ZipInfo("sources/link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def locked():
    content = bytearray(archive(("project.qde", GOOD)))
    content[content.rindex(b"PK\1\2") + 8] |= 1
    return bytes(content)


def lying():
    """An entry that says it is small and unfolds to three million letters."""
    content = bytearray(qdpx(LONG))
    for begin, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = content.rindex(begin) + place
        content[at : at + 4] = struct.pack("<L", 10)
    return bytes(content)


def lying_both_ways():
    """An entry that says it was packed from less, and out of more, than it was."""
    content = bytearray(qdpx(LONG))
    for begin, place in ((b"PK\3\4", 18), (b"PK\1\2", 20)):
        at = content.rindex(begin) + place
        content[at : at + 4] = struct.pack("<L", 2_000_000)
    return bytes(content)


def two_of_a_name():
    with pytest.warns(UserWarning, match="Duplicate"):
        return archive(("project.qde", GOOD), ("project.qde", GOOD))


def broken_in_the_middle():
    content = bytearray(archive(("project.qde", GOOD * 5), way=zipfile.ZIP_STORED))
    content[200] ^= 0xFF
    return bytes(content)


def named(name):
    """A file with an entry whose name Python would mend when writing."""
    content = archive(("project.qde", GOOD), ("x" * len(name), "x"))
    return content.replace(b"x" * len(name), name.encode())


LAUGHS = (
    '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
FILE = '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def doctype(declaration, encoding="utf-8"):
    told = GOOD.replace("?>", f"?>{declaration}", 1).replace("Proef", "&c;").replace(
        'encoding="utf-8"', f'encoding="{encoding}"'
    )  # fmt: skip
    return archive(("project.qde", told.encode(encoding)))


def deep_codes(depth):
    guids = [numbered(one) for one in range(depth)]
    opened = "".join(f'<Code guid="{one}" name="c" isCodable="true">' for one in guids)
    return archive(("project.qde", project(codes=opened + "</Code>" * depth)))


REFUSED = {
    "no archive": (lambda: b"geen archief", "geen ZIP"),
    "half an archive": (lambda: archive(("project.qde", GOOD))[:-30], "geen ZIP"),
    "too large": (lambda: b"\0" * 50_000_001, "groter dan 50 MB"),
    "too many entries": (lambda: archive(*((f"a{n}", "") for n in range(5_001))), "5000"),
    "a list of entries without end": (lambda: b"PK\1\2" * 60_000, "te veel delen"),
    "a bomb that says so": (lambda: qdpx(LONG), f"‘sources/{SOURCE}.txt’ pakt uit"),
    "a bomb in an entry nobody reads": (
        lambda: archive(("project.qde", GOOD), ("x.mp3", LONG)), "‘x.mp3’ pakt uit"),
    "a bomb that lies": (lying, "is beschadigd"),
    "a bomb that lies both ways": (lying_both_ways, f"‘sources/{SOURCE}.txt’"),
    "a text without end": (
        lambda: archive(("project.qde", project(text_source())),
                        (f"sources/{SOURCE}.txt", zlib.compress(LONG) * 1500)),
        f"‘sources/{SOURCE}.txt’ pakt uit"),
    "up": (lambda: archive(("project.qde", GOOD), ("../x.txt", "x")), "‘../x.txt’ wijst"),
    "up inside": (lambda: archive(("project.qde", GOOD), ("sources/../../x", "x")), "wijst"),
    "from the root": (lambda: archive(("project.qde", GOOD), ("/etc/x", "x")), "‘/etc/x’ wijst"),
    "the other way round": (lambda: named("..\\x.txt"), "wijst"),
    "a drive": (lambda: named("C:/x.txt"), "‘C:/x.txt’ wijst"),
    "a name that ends early": (lambda: named("x.txt\0.mp3"), "wijst"),
    "a link": (lambda: archive(("project.qde", GOOD), (link(), "/etc/passwd")), "verwijzing"),
    "locked": (locked, "wachtwoord"),
    "packed otherwise": (lambda: archive(("project.qde", GOOD), way=zipfile.ZIP_LZMA), "ingepakt"),
    "twice": (two_of_a_name, "twee keer"),
    "twice in other letters": (
        lambda: archive(("project.qde", GOOD), ("PROJECT.qde", GOOD)), "twee keer"),
    "broken": (broken_in_the_middle, "‘project.qde’ is beschadigd"),
    "no project": (lambda: archive(("iets.xml", GOOD)), "geen project"),
    "two projects": (lambda: archive(("a.qde", GOOD), ("b.qde", GOOD)), "meer projecten"),
    "laughs": (lambda: doctype(LAUGHS), "‘project.qde’ bevat aanwijzingen"),
    "laughs in other letters": (lambda: doctype(LAUGHS, "utf-16"), "bevat aanwijzingen"),
    "a file from the disk": (lambda: doctype(FILE), "bevat aanwijzingen"),
    "an empty declaration": (lambda: doctype("<!DOCTYPE Project>"), "bevat aanwijzingen"),
    "an entity nobody declared": (
        lambda: archive(("project.qde", project("&iets;"))), "geen goede XML"),
    "broken xml": (lambda: archive(("project.qde", GOOD[:-3])), "regel 1"),
    "unknown letters": (
        lambda: archive(("project.qde", GOOD.replace("utf-8", "x-y"))), "geen goede XML"),
    "letters of another kind": (
        lambda: archive(("project.qde", GOOD.replace("Proef", "Pr\xf6ef").encode("latin-1"))),
        "geen goede XML"),
    "nothing": (lambda: archive(("project.qde", "")), "geen goede XML"),
    "codes too deep": (lambda: deep_codes(5_000), "te diep"),
    "too many codes": (
        lambda: archive(("project.qde", project("<Note/>" * 200_001)),
                        way=zipfile.ZIP_STORED), "te veel onderdelen"),
    "another root": (
        lambda: archive(("project.qde", f"<Iets {SPACE}/>")), "geen REFI-QDA"),
    "another space": (
        lambda: archive(("project.qde", "<Project name='x'/>")), "geen REFI-QDA"),
    "a torn text": (lambda: qdpx(b"\xff\xfe\x00\xd8"), "is beschadigd"),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_a_project_is_refused_in_a_sentence(kind):
    make, why = REFUSED[kind]
    content = make()
    begun = time.process_time()
    with pytest.raises(FileRefused, match=why) as refused:
        read_project(content)
    assert str(refused.value).endswith(".")
    assert time.process_time() - begun < 5


def test_codes_as_deep_as_people_make_them_come_in():
    assert read_project(deep_codes(50)).remarks == ()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "geen goede XML"),
        (GOOD.encode(), "geen REFI-QDA"),
        (LAUGHS.encode() + b"<p/>", "bevat aanwijzingen"),
        (b" " * 10_000_001, "groter dan 10 MB"),
    ],
)
def test_a_codebook_is_refused_in_a_sentence(content, why):
    with pytest.raises(FileRefused, match=why) as refused:
        read_codebook(content)
    assert str(refused.value).endswith(".")
