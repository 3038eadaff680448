# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write a chart as two files: the drawing, and its numbers beside it."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path

from voelspriet.analysis.errors import InputError
from voelspriet.ground.ui.charts.chart import Chart, Value
from voelspriet.lib.whole_files import written_whole

SUFFIX = ".svg"
NUMBERS = ".chart.csv"  # a name of its own: OUT.csv is where people put the result itself


def chart_files(path: Path) -> tuple[Path, Path]:
    """Return where the drawing and its numbers go: OUT.svg and OUT.chart.csv.

    Raises InputError when `path` does not end in .svg.
    """
    if path.suffix.lower() != SUFFIX:
        raise InputError(f"{path}: a chart is written as .svg")
    return path, path.with_suffix(NUMBERS)


def write_chart(chart: Chart, path: Path) -> None:
    """Write OUT.svg and beside it OUT.chart.csv, the numbers drawn, both whole or neither.

    Raises InputError when `path` does not end in .svg and when OUT.chart.csv is there and is no
    table of such a chart, so that no data are overwritten; OSError when a file cannot be written.
    """
    drawing, table = chart_files(path)
    refuse_overwriting(chart, path)
    with written_whole(drawing, table) as (drawn, told):
        drawn.write_bytes(_alone(chart.svg).encode("utf-8", "replace"))
        told.write_bytes(_table(chart).encode("utf-8", "replace"))


def refuse_overwriting(chart: Chart, path: Path) -> None:
    """Raise InputError when OUT.chart.csv is there and is no table of such a chart."""
    _, table = chart_files(path)
    if not table.exists():
        return
    names = _table(chart).partition("\n")[0].encode()
    with table.open("rb") as opened:
        if opened.readline().strip() != names:
            raise InputError(
                f"{table} is there already and holds something else; the numbers of the chart would"
                " go there: give the chart another name"
            )


def _alone(svg: str) -> str:
    """Let a drawing that is opened by itself shrink to a narrow screen.

    In a page the page's own styles do that: a strict policy refuses a style of the drawing.
    """
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return start + svg.replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1) + "\n"


def _table(chart: Chart) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(chart.columns)
    writer.writerows(map(_cells, zip(*chart.columns.values(), strict=True)))
    return lines.getvalue()


def _cells(row: tuple[Value, ...]) -> list[str]:
    return [
        "" if value is None or (isinstance(value, float) and math.isnan(value)) else str(value)
        for value in row
    ]
