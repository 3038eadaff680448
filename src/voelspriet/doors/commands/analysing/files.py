# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read CSV and Parquet as frames, and say what is wrong with a file and where.

A CSV may be separated by commas, semicolons or tabs, may start with a byte order mark and with
lines of remarks (`#`). Every column is read as text and becomes a number only where a number is
asked for, so that codes such as 0363 stay what they are. In a file with semicolons numbers may
have a decimal comma. Empty, NA and NaN are missing.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Frame

if TYPE_CHECKING:
    from collections.abc import Sequence

MISSING = ["", "NA", "NaN"]
SEPARATORS = ",;\t"
DECIMAL_COMMA = r"^\s*-?\d*,\d+\s*$"
WHOLE = r"^\s*-?\d+\s*$"


def read_frame(file: Path, columns: Sequence[str] = ()) -> Frame:
    """Read a CSV or Parquet file; of Parquet only `columns` when they are named.

    Raises InputError for a file that is neither, has no rows of names, names a column twice or has
    a row with too many or too few values (with its line), and OSError when it cannot be read.
    """
    with file.open("rb") as opened:
        is_parquet = opened.read(4) == b"PAR1"
    if not is_parquet:
        return Frame(_read_csv(file.read_bytes()))
    try:
        wanted = [n for n in dict.fromkeys(columns) if n in parquet.read_schema(file).names]
        return Frame(parquet.read_table(file, columns=wanted if columns else None))
    except pa.ArrowInvalid as error:
        raise InputError(f"this Parquet file cannot be read: {error}") from error


def _read_csv(content: bytes) -> pa.Table:
    content = _without_remarks(_as_utf8(content))
    names_line, _, _ = content.partition(b"\n")
    if not names_line.strip():
        raise InputError("there is no row with the names of the columns")
    separator = max(SEPARATORS, key=lambda sign: names_line.count(sign.encode()))
    wrong: list[tuple[int | None, int, int]] = []

    def note(row: csv.InvalidRow) -> str:
        wrong.append((row.number, row.expected_columns, row.actual_columns))
        return "skip"

    names = _names(names_line, separator)
    try:
        table = csv.read_csv(
            io.BytesIO(content),
            # one thread numbers the rows, so that a mistake can be found again
            read_options=csv.ReadOptions(use_threads=False),
            parse_options=csv.ParseOptions(
                delimiter=separator, newlines_in_values=True, invalid_row_handler=note
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                null_values=MISSING,
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid as error:
        raise InputError(f"this file cannot be read as CSV: {error}") from error
    if wrong:
        number, expected, actual = wrong[0]
        row = (number or 2) - 1
        more = f" (and {len(wrong) - 1} rows more)" if len(wrong) > 1 else ""
        raise InputError(f"row {row} has {actual} values where {expected} columns are named{more}")
    return _decimal_points(table) if separator == ";" else table


def _as_utf8(content: bytes) -> bytes:
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        # what spreadsheets on Windows write; every byte is a letter there
        return content.decode("cp1252", errors="replace").encode("utf-8")
    return content


def _without_remarks(content: bytes) -> bytes:
    while content.startswith((b"#", b'"#')):
        _, _, content = content.partition(b"\n")
    return content


def _names(line: bytes, separator: str) -> list[str]:
    row = csv.read_csv(
        io.BytesIO(line.rstrip(b"\r") + b"\n"),
        read_options=csv.ReadOptions(autogenerate_column_names=True),
        parse_options=csv.ParseOptions(delimiter=separator),
        convert_options=csv.ConvertOptions(null_values=[]),
    )
    names = [str(column[0].as_py()) for column in row.columns]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"column {name!r} is named {names.count(name)} times")
    return names


def _decimal_points(table: pa.Table) -> pa.Table:
    """Write numbers with a decimal comma with a point, in columns of nothing but numbers."""
    for place, name in enumerate(table.column_names):
        column = table.column(name)
        comma = pc.match_substring_regex(column, DECIMAL_COMMA)
        number = pc.or_(comma, pc.match_substring_regex(column, WHOLE))
        if pc.any(comma).as_py() and pc.all(number).as_py():
            table = table.set_column(place, name, pc.replace_substring(column, ",", "."))
    return table
