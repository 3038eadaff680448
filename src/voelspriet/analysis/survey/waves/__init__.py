# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between waves of a survey, and when nothing can be said of it."""

from voelspriet.analysis.survey.measured_wave import MeasuredWave
from voelspriet.analysis.survey.waves.wave_changes import SeriesChange, SeriesChanges, wave_changes
from voelspriet.analysis.survey.waves.wave_table import (
    Unit,
    WaveSeries,
    WaveTable,
    series_of,
    waves_of,
)
from voelspriet.analysis.survey.waves.waves import Change, Wave, WaveChange, change_between

__all__ = [
    "Change",
    "MeasuredWave",
    "SeriesChange",
    "SeriesChanges",
    "Unit",
    "Wave",
    "WaveChange",
    "WaveSeries",
    "WaveTable",
    "change_between",
    "series_of",
    "wave_changes",
    "waves_of",
]
