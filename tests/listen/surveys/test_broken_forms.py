# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Five forms that are wrong say sheet, row, column and reason of everything, at once."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.utils.translation import override
from openpyxl import Workbook

from tests.listen.surveys.reading_forms import markdown, saved, workbook, xlsx
from voelspriet.listen.surveys.reading import sheets
from voelspriet.listen.surveys.reading.xlsform import read_xlsform
from voelspriet.listen.surveys.told import FormRejected

EXPECTED = {
    "references": {
        ("survey", 2, "relevant"), ("survey", 2, "constraint"), ("survey", 3, "type"),
    },
    "languages": {
        ("settings", 2, "default_language"), ("survey", 1, "hint::Turkish"),
        ("survey", 2, "label::English (en)"),
    },
    "names": {
        ("settings", 2, "form_id"), ("settings", 2, "form_title"), ("survey", 2, "name"),
        ("survey", 4, "name"), ("survey", 5, "type"), ("choices", 3, "name"),
        ("choices", 4, "name"),
    },
    "types": {
        ("survey", 1, "calculation"), ("survey", 2, "type"), ("survey", 3, "type"),
        ("survey", 4, "type"), ("survey", 5, "type"), ("survey", 6, "type"),
        ("survey", 7, "constraint"), ("survey", 8, "type"),
    },
    "expressions": {
        ("survey", 2, "choice_filter"), ("survey", 2, "required"), ("survey", 3, "relevant"),
        ("survey", 4, "label"), ("survey", 4, "relevant"), ("survey", 4, "choice_filter"),
        ("survey", 5, "type"),
    },
}  # fmt: skip


def told(content: bytes):
    with pytest.raises(FormRejected) as refused:
        read_xlsform(content)
    return refused.value.problems


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("form", [markdown, xlsx])
def test_every_problem_is_told_with_its_place(name, form):
    problems = told(form(f"broken_{name}"))
    assert {(one.sheet, one.row, one.column) for one in problems} == EXPECTED[name], problems
    assert all(one.why for one in problems)


@pytest.mark.parametrize("name", EXPECTED)
def test_problems_are_told_in_english_to_who_works_in_english(name):
    with override("nl"):
        dutch = [one.why for one in told(markdown(f"broken_{name}"))]
    with override("en"):
        english = [one.why for one in told(markdown(f"broken_{name}"))]
    assert all(one != other for one, other in zip(dutch, english, strict=True))


def test_identifying_questions_are_refused_with_that_reason():
    problems = told(markdown("broken_types"))
    assert "phonenumber" in next(one.why for one in problems if one.row == 2)


def test_what_only_odk_sees_is_told_too():
    text = markdown("good_geoshape").decode()
    for name in ("een", "twee"):
        text += f"| | begin group | samen | Groep |\n| | text | {name} | Wat nog? |\n"
        text += "| | end group | | |\n"
    (problem,) = told(text.encode())
    assert problem.why.startswith("ODK")
    assert problem.sheet == "survey"


FORM = markdown("good_geoshape").decode()


def test_a_formula_is_refused_with_its_cell():
    book = Workbook()
    book.active.title = "survey"
    book.active.append(["type", "name", "label"])
    book.active.append(["text", "a", '=HYPERLINK("http://example.org","klik")'])
    problems = told(saved(book))
    assert ("survey", 2, "label") in {(one.sheet, one.row, one.column) for one in problems}


def test_a_file_that_is_too_large_is_not_opened():
    (problem,) = told(b"PK" + b"0" * sheets.MOST_BYTES)
    assert "500" in problem.why


def packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        packed({"xl/worksheets/sheet1.xml": b"0" * (sheets.MOST_UNPACKED + 1)}),
        packed({f"part{number}": b"" for number in range(sheets.MOST_PARTS + 1)}),
        packed({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}),
        packed({"xl/workbook.xml": b"<a/>"}),
        b"PK\x03\x04 not a zip",
        b"\xff\xfe\x00",
        b"just words",
        b"",
        FORM.replace("| survey |", "| vragen |").encode(),
        (FORM + "| | text | a | " + "a" * 5000 + " |\n").encode(),
        (FORM + "| | text | a | b |\n" * 2001).encode(),
    ],
)
def test_what_cannot_be_read_is_one_clear_problem(content):
    (problem,) = told(content)
    assert problem.row is None
    assert problem.why


def test_a_workbook_made_of_hostile_words_stays_words():
    bad = "<script>alert(1)</script>"
    form = read_xlsform(workbook(FORM.replace("Waar bent u graag?", bad)))
    assert form.questions[0].labels["nl"] == bad
