# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts as SVG, drawn without a browser, with their numbers and words beside them.

Importing this is light: the plotting library comes when something is drawn.
"""

from voelspriet.ground.ui.charts.chart import Chart, Language, Unit
from voelspriet.ground.ui.charts.forest import forest_chart
from voelspriet.ground.ui.charts.response import response_chart
from voelspriet.ground.ui.charts.rows import (
    BandRow,
    ForestRow,
    Goal,
    MedianRow,
    ResponseRow,
    StepRow,
    Verdict,
    WaveRow,
)
from voelspriet.ground.ui.charts.survival import survival_chart
from voelspriet.ground.ui.charts.target import target_chart
from voelspriet.ground.ui.charts.writing import chart_files, refuse_overwriting, write_chart

__all__ = [
    "BandRow",
    "Chart",
    "ForestRow",
    "Goal",
    "Language",
    "MedianRow",
    "ResponseRow",
    "StepRow",
    "Unit",
    "Verdict",
    "WaveRow",
    "chart_files",
    "forest_chart",
    "refuse_overwriting",
    "response_chart",
    "survival_chart",
    "target_chart",
    "write_chart",
]
