# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same answers for both sides: a synthetic monitor as CSV and Parquet, with its margins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from benchmarks.analysis.work import BASE_WEIGHT, MARGINS
from voelspriet.analysis.survey.synthetic import synthetic_monitor


@dataclass(frozen=True, slots=True)
class Files:
    """Where the answers and the margins are."""

    parquet: Path
    csv: Path
    margins: Path


def monitor_files(folder: Path, rows: int, seed: int) -> Files:
    """Make the files of `rows` respondents, or return those that are there already.

    Beside the final weights there are base weights, before anything was done about non-response,
    so that raking has something to do.
    """
    here = folder / f"{rows}-{seed}"
    files = Files(here / "monitor.parquet", here / "monitor.csv", here / "margins.csv")
    if files.margins.exists():
        return files
    here.mkdir(parents=True, exist_ok=True)
    monitor = synthetic_monitor(np.random.default_rng(seed), rows=rows)
    answers = monitor.respondents
    drawn = answers.codes("municipality")
    base = answers.numbers("people") / drawn.counts()[drawn.values]
    table = answers.arrow().append_column(BASE_WEIGHT, pa.array(base))
    plain = [table.column(name).cast(_plain(table.schema.field(name).type))
             for name in table.column_names]  # fmt: skip
    parquet.write_table(table, files.parquet)
    csv.write_csv(pa.table(plain, names=table.column_names), files.csv)
    margins = monitor.margins.arrow()
    margins = margins.filter(pc.is_in(margins["variable"], value_set=pa.array(MARGINS)))
    # last: when it is there, the others are whole
    csv.write_csv(margins, files.margins)
    return files


def _plain(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind
