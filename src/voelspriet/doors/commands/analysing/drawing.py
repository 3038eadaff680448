# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write a result as a table, and as a chart when one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.doors.commands.analysing.tables import write_table

if TYPE_CHECKING:
    from voelspriet.ground.ui.charts import Chart


def write_result(
    columns: Mapping[str, Sequence[Any] | np.ndarray],
    out: Path | None,
    *,
    chart: Path | None,
    draw: Callable[[], Chart],
) -> None:
    """Write columns as `write_table` does and, with `chart`, the chart that `draw` returns.

    The chart is drawn first: what cannot be drawn leaves no table behind. Raises InputError for a
    chart that is no .svg, whose numbers would go where the table goes, or that cannot be drawn.
    """
    if chart is None:
        write_table(columns, out)
        return
    # slow import: only who asks for a chart waits for it
    from voelspriet.ground.ui.charts import (  # noqa: PLC0415
        chart_files,
        refuse_overwriting,
        write_chart,
    )

    _, numbers = chart_files(chart)
    if out is not None and numbers.resolve() == out.resolve():
        raise InputError(f"{out} would hold the table and the numbers of the chart: rename one")
    drawn = draw()
    refuse_overwriting(drawn, chart)
    write_table(columns, out)
    write_chart(drawn, chart)
