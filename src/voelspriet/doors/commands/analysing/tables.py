# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write a result as a table: a file for programs, or lines for a person."""

from __future__ import annotations

import csv
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO, TypeAlias

import click
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from voelspriet.doors.commands.start import CommandError
from voelspriet.lib.whole_files import written_whole

SUFFIXES = {".csv", ".parquet"}
Column: TypeAlias = "Sequence[Any] | np.ndarray | pa.Array | pa.ChunkedArray"


def write_table(columns: Mapping[str, Column], out: Path | None) -> None:
    """Write columns to `out` (by its suffix), whole or not at all; without `out` print them.

    On a terminal a person gets aligned columns; a pipe gets CSV. Missing and NaN are empty.
    Raises CommandError for a suffix that is neither .csv nor .parquet, and for a folder that is not
    there or cannot be written to.
    """
    table = pa.table({name: _column(values) for name, values in columns.items()})
    if out is None:
        _print(table)
        return
    if out.suffix.lower() not in SUFFIXES:
        message = f"{out}: a table is written as .csv or .parquet"
        raise CommandError(message)
    try:
        with written_whole(out) as (whole,):
            _write(table, whole, is_parquet=out.suffix.lower() == ".parquet")
    except OSError as error:
        message = f"{out}: {error.strerror}"
        raise CommandError(message) from error


def _write(table: pa.Table, file: Path, *, is_parquet: bool) -> None:
    if is_parquet:
        parquet.write_table(table, file)
        return
    with file.open("w", encoding="utf-8", newline="") as opened:
        _write_csv(table, opened)


def _column(values: Column) -> pa.Array | pa.ChunkedArray:
    if isinstance(values, pa.Array | pa.ChunkedArray):
        if not pa.types.is_floating(values.type):
            return values
        return pc.if_else(pc.is_nan(values), pa.scalar(None, values.type), values)
    if isinstance(values, np.ndarray):
        return pa.array(values, from_pandas=True)
    return pa.array([None if isinstance(v, float) and math.isnan(v) else v for v in values])


def _write_csv(table: pa.Table, opened: TextIO) -> None:
    # Arrow's own writer quotes every text
    writer = csv.writer(opened, lineterminator="\n")
    writer.writerow(table.column_names)
    for batch in table.to_batches(max_chunksize=10_000):
        writer.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))


def _print(table: pa.Table) -> None:
    if not sys.stdout.isatty():
        _write_csv(table, sys.stdout)
        return
    rows = [table.column_names]
    rows += [[_shown(value) for value in row.values()] for row in table.to_pylist()]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.column_names))]
    for row in rows:
        line = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        click.echo(line.rstrip())


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)
