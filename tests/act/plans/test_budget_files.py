# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A budget as a spreadsheet: out and in without loss; broken ones refused with a place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.factories.plan_budgets import whole_budget
from voelspriet.act.plans.budget_file import WRITERS, read_budget
from voelspriet.act.plans.budget_told import BudgetRejected, BudgetTold, ProductTold
from voelspriet.act.plans.choices import MoneyKind

YEARS = range(2019, 2023)
HEAD = ["product", "soort", 2019, 2020, 2021, 2022]
GOOD = ["Toezicht", "structureel", 100, 100.5, 0, None]


def _read(content: bytes, name: str = "begroting") -> BudgetTold:
    return read_budget(content, name=name, years=YEARS)


@pytest.mark.parametrize("ending", ["xlsx", "ods", "csv"])
def test_a_budget_comes_back_from_a_file_as_it_went(ending):
    budget = whole_budget()
    assert _read(WRITERS[ending](budget)) == budget


@pytest.mark.parametrize("ending", ["xlsx", "ods", "csv"])
def test_words_that_a_spreadsheet_could_take_for_something_else_stay_words(ending):
    words = ["=1+1", "+31", "-5", "@x", "'hm", "2019", "01-02", "a;b", '"', "ja\u0301", "<&>", "  "]
    products = tuple(
        ProductTold(f"k{n}", f"{word} {n}".strip(), remark=word.strip(), amounts={2019: n})
        for n, word in enumerate(words)
    )
    budget = BudgetTold(2019, 2022, products=products)
    assert _read(WRITERS[ending](budget)) == budget


def test_a_table_as_anybody_types_it_is_enough():
    csv = "product;soort;2019;2020;2021;2022\r\nToezicht;Structureel;€ 1.250,50;1000;-;\r\n"
    with pytest.raises(BudgetRejected, match=r"kolom ‘E \(2021\)’: Dit is geen bedrag: ‘-’"):
        _read(csv.encode())
    budget = _read(csv.replace("-", "0").encode("cp1252"))
    (row,) = budget.products
    assert row.key == "toezicht"
    assert row.kind == MoneyKind.STRUCTURAL
    assert row.amounts == {2019: 1250_50, 2020: 1000_00, 2021: 0}


def _workbook(*rows: list[Any], change: Callable[[Any], None] | None = None, **more: Any) -> bytes:
    book = Workbook()
    for number, (name, cells) in enumerate({"producten": (HEAD, *rows), **more}.items()):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = name
        for row in cells:
            sheet.append(row)
    if change is not None:
        change(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _repacked(content: bytes, parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return written.getvalue()


def _ods(old: str, new: str) -> bytes:
    content = WRITERS["ods"](whole_budget())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = archive.read("content.xml").decode()
    assert old in told
    return _repacked(content, {"content.xml": told.replace(old, new, 1).encode()})


def _with(place: str, value: Any) -> bytes:
    def change(book: Any) -> None:
        book["producten"][place] = value

    return _workbook(GOOD, change=change)


def _merged(book: Any) -> None:
    book["producten"].merge_cells("C2:D2")


PROJECTS = ["project", "product", "jaar", "soort", "bedrag", "mogelijke bedragen"]
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'
BOMB = b"<a>" + b" " * 3_000_000 + b"</a>"

# what is broken → sheet, row, column, and words of the reason
BROKEN: dict[str, tuple[Callable[[], bytes], tuple[str, int | None, str, str]]] = {
    "no archive at all": (lambda: b"PK\x03\x04" + b"x" * 90, ("", None, "", "beschadigd")),
    "half an archive": (lambda: _workbook(GOOD)[:-300], ("", None, "", "beschadigd")),
    "another archive": (lambda: _repacked(_zip(), {"a.txt": b"a"}), ("", None, "", "geen XLSX")),
    "a bomb": (
        lambda: _repacked(_workbook(GOOD), {"xl/media/a.xml": BOMB}), ("", None, "", "te veel"),
    ),
    "entities": (
        lambda: _repacked(_workbook(GOOD), {"xl/workbook.xml": DOCTYPE}), ("", None, "", "DOCTYPE"),
    ),
    "entities in ods": (
        lambda: _ods('<?xml version="1.0" encoding="UTF-8"?>', DOCTYPE.decode()[:-4]),
        ("", None, "", "DOCTYPE"),
    ),
    "old excel": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 90, ("", None, "", "oud Excel")),
    "no table": (lambda: b"\x89PNG\0\0", ("", None, "", "geen XLSX")),
    "nothing on it": (_workbook, ("producten", None, "", "geen product")),
    "another sheet": (
        lambda: _workbook(GOOD, Blad2=([["iets"]])), ("Blad2", None, "", "kennen wij niet"),
    ),
    "formula": (lambda: _with("C2", "=1+1"), ("producten", 2, "C (2019)", "formule")),
    "formula in ods": (
        lambda: _ods(
            'office:value-type="float" office:value="100000.5"', 'table:formula="of:=1+1"'
        ),
        ("producten", 2, "F (2019)", "formule"),
    ),
    "merged": (
        lambda: _workbook(GOOD, change=_merged), ("producten", 2, "C (2019)", "samengevoegd"),
    ),
    "merged in ods": (
        lambda: _ods(
            'office:value-type="float" office:value="100000.5"',
            'table:number-columns-spanned="2" office:value-type="float" office:value="1"',
        ),
        ("producten", 2, "F (2019)", "samengevoegd"),
    ),
    "text as amount": (lambda: _with("D2", "circa 5.000"), ("producten", 2, "D (2020)", "tekst")),
    "an error": (lambda: _with("D2", "#DIV/0!"), ("producten", 2, "D (2020)", "#DIV/0!")),
    "a truth": (lambda: _with("D2", True), ("producten", 2, "D (2020)", "True")),
    "parts of cents": (lambda: _with("D2", 0.125), ("producten", 2, "D (2020)", "twee cijfers")),
    "negative": (lambda: _with("D2", -5), ("producten", 2, "D (2020)", "negatief")),
    "too large": (lambda: _with("D2", 10**10), ("producten", 2, "D (2020)", "te veel")),
    "out of all bounds": (lambda: _with("D2", 1e300), ("producten", 2, "D (2020)", "te groot")),
    "wrong year": (lambda: _with("F1", 2023), ("producten", 1, "F (2023)", "buiten het plan")),
    "year twice": (lambda: _with("F1", 2021), ("producten", 1, "F (2021)", "twee keer")),
    "unknown column": (lambda: _with("G1", "zomaar"), ("producten", 1, "G (zomaar)", "kennen wij")),
    "beside the table": (lambda: _with("H2", 5), ("producten", 2, "H (?)", "zonder naam")),
    "unknown kind": (lambda: _with("B2", "eenmalig"), ("producten", 2, "B (soort)", "Kies uit")),
    "no name": (lambda: _with("A2", None), ("producten", 2, "A (product)", "leeg")),
    "product twice": (
        lambda: _workbook(GOOD, ["TOEZICHT", "", 1, 1, 1, 1]),
        ("producten", 3, "A (product)", "staat er al"),
    ),
    "far away": (lambda: _with("A90000", "hier"), ("producten", None, "", "te groot")),
    "unknown product": (
        lambda: _workbook(GOOD, projecten=[PROJECTS, ["Sport", "Jeugd", 2019, "", 5]]),
        ("projecten", 2, "B (product)", "is er niet"),
    ),
    "amount and candidates": (
        lambda: _workbook(GOOD, projecten=[PROJECTS, ["Sport", "Toezicht", 2019, "", 5, "5 | 6"]]),
        ("projecten", 2, "F (mogelijke bedragen)", "niet allebei"),
    ),
    "csv with a quote that stays open": (
        lambda: b'product;2019;2020;2021;2022\n"Toezicht', ("", None, "", "CSV"),
    ),
    "yaml": (lambda: b"currency: EUR\nyears: [2019, 2021]", ("years", None, "", "volgen niet")),
}  # fmt: skip


def _zip() -> bytes:
    written = io.BytesIO()
    zipfile.ZipFile(written, "w").close()
    return written.getvalue()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_place_and_reason(name):
    make, (sheet, row, column, words) = BROKEN[name]
    with pytest.raises(BudgetRejected) as refused:
        _read(make(), "x.yaml" if name == "yaml" else "begroting")
    first = refused.value.problems[0]
    assert (first.sheet, first.row, first.column) == (sheet, row, column), first
    assert words in first.why


def test_everything_that_is_wrong_is_told_at_once():
    content = _workbook(["Een", "eenmalig", "x", 1, 1, 1], ["Twee", "", -1, 1, 1, 1])
    with pytest.raises(BudgetRejected) as refused:
        _read(content)
    assert [(one.row, one.column) for one in refused.value.problems] == [
        (2, "B (soort)"),
        (2, "C (2019)"),
        (3, "C (2019)"),
    ]


def test_a_formula_with_its_outcome_is_its_outcome():
    content = WRITERS["ods"](whole_budget())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = archive.read("content.xml").decode()
    with_formula = told.replace(
        'office:value="100000.5"', 'office:value="100000.5" table:formula="of:=1"'
    )
    assert _read(_repacked(content, {"content.xml": with_formula.encode()})) == whole_budget()


def test_the_workbook_opens_as_a_table_with_numbers():
    book = load_workbook(io.BytesIO(WRITERS["xlsx"](whole_budget())))
    sheet = book["producten"]
    assert [cell.value for cell in sheet[1]][-4:] == ["2019", "2020", "2021", "2022"]
    assert sheet["F2"].value == 100_000.5
    assert book["dekking"]["B2"].data_type == "s"
