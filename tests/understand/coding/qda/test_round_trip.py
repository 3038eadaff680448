# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What we write is valid by the standard, the same every time, and comes back sign for sign."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from voelspriet.understand.coding.qda import (
    guid_of,
    read_codebook,
    read_project,
    write_codebook,
    write_project,
)
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
    User,
    Value,
    Variable,
)

AT = datetime(2026, 11, 26, 9, 30, 15, 250_000, tzinfo=UTC)
PIECES = ["a", " ", "\n", "\r\n", "\r", "\t", "é", "e\u0301", "🙂", "👩\u200d👧", "🇳🇱", "سلام", "İ",
          "\ufeff", "\u200f", "\u2028", "\x0b", "<&>\"'", "]]>", "…", "\ufffd"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8", exclude_characters="\0"),
                 max_size=30).map("".join)  # fmt: skip
# what XML can hold at all
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"],
                  exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t🙂"),
    max_size=20,
)  # fmt: skip
NAMES = WORDS.map(str.strip).filter(bool)


@st.composite
def projects(draw):
    """Projects with everything we write in them."""
    user = User(guid_of("user", 1), draw(NAMES), "C1")
    below = Code(guid_of("code", 2), draw(NAMES), description=draw(WORDS))
    top = Code(guid_of("code", 1), draw(NAMES), is_codable=False, colour="#00AAff",
               notes=(guid_of("note", 1),), children=(below,))  # fmt: skip
    sources = [
        _source(draw, number, text, user, below)
        for number, text in enumerate(draw(st.lists(TEXTS, max_size=3)))
    ]
    variable = Variable(guid_of("variable", 1), draw(NAMES), description=draw(WORDS))
    value = Value(variable.guid, draw(WORDS))
    case = Case(guid_of("case", 1), draw(WORDS), draw(WORDS), (top.guid,), (value,),
                tuple(one.guid for one in sources),
                tuple(part.guid for one in sources for part in one.selections))  # fmt: skip
    return Project(
        draw(NAMES), "Voelspriet", draw(WORDS), user.guid, AT, (user,),
        Codebook((top,), (CodeSet(guid_of("set", 1), draw(NAMES), "", (below.guid,)),)),
        (variable,), (case,), tuple(sources),
        (Note(guid_of("note", 1), draw(WORDS), draw(TEXTS), user.guid, AT),),
        (guid_of("note", 1),),
    )  # fmt: skip


def _source(draw, number, text, user, code):
    selections = []
    for at in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        coding = Coding(guid_of("coding", number, at), code.guid, user.guid, AT)
        selections.append(
            Selection(guid_of("selection", number, at), start, end,
                      _name(text[start:end]), draw(WORDS), user.guid, AT,
                      (coding,) if draw(st.booleans()) else (), ())
        )  # fmt: skip
    whole = (Coding(guid_of("whole", number), code.guid, user.guid, AT, (guid_of("note", 1),)),)
    return Source(guid_of("source", number), draw(WORDS), text, draw(WORDS), user.guid, AT,
                  tuple(selections), whole, (guid_of("note", 1),))  # fmt: skip


def _name(piece):
    """The words of a selection when XML can hold them."""
    legal = all(sign in "\t\n\r" or sign >= " " for sign in piece) and not set(piece) & set(
        "\ufffe\uffff"
    )  # fmt: skip
    return piece[:40] if legal else ""


def written(project):
    stream = io.BytesIO()
    write_project(stream, project)
    return stream.getvalue()


@given(projects())
@settings(max_examples=30)
def test_a_project_comes_back_sign_for_sign(project):
    content = written(project)
    read = read_project(content)
    assert read.project == project
    assert read.remarks == ()
    assert written(read.project) == content


@pytest.fixture(scope="module")
def schema(shared):
    return xmlschema.XMLSchema(str(shared / "standards/refi_qda_project.xsd"), allow="local")


@pytest.mark.real_data
@given(project=projects())
@settings(max_examples=15)
def test_what_we_write_is_valid_by_the_standard(schema, project):
    with zipfile.ZipFile(io.BytesIO(written(project))) as file:
        schema.validate(file.read("project.qde").decode())
        # a text is in a file or in the project, never in both: no schema can see that
        assert b"PlainTextContent" not in file.read("project.qde")
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.real_data
def test_an_empty_project_and_the_one_of_nvivo_are_valid(schema, shared):
    nvivo = read_project((shared / "data/payloads/refi-qda/nvivo_project.qdpx").read_bytes())
    for project in (Project(""), nvivo.project):
        content = written(project)
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            schema.validate(file.read("project.qde").decode())
    assert read_project(content).project == nvivo.project


def test_a_codebook_comes_back():
    code = Code(guid_of("code", 1), "Licht & <donker>", description="Is er\r\nlicht? 🙂 ضوء")
    codebook = Codebook((code,), (CodeSet(guid_of("set", 1), "Omgeving", "", (code.guid,)),))
    stream = io.BytesIO()
    write_codebook(stream, codebook)
    read = read_codebook(stream.getvalue())
    assert (read.codebook, read.remarks) == (codebook, ())


def test_what_cannot_be_written_is_not():
    outside = Source(guid_of("source", 1), "a", "kort",
                     selections=(Selection(guid_of("selection", 1), 2, 9),))  # fmt: skip
    twice = (Source(guid_of("source", 1), "a", ""), Source(guid_of("source", 1), "b", ""))
    for project in (Project("p", sources=(outside,)), Project("p", sources=twice)):
        with pytest.raises(ValueError, match="text"):
            written(project)
    with pytest.raises(ValueError, match="without codes"):
        write_codebook(io.BytesIO(), Codebook())
