# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The charts in the manual are what the commands beside them draw."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tools.chart_pictures import COMMANDS, FOLDER, WAVES, draw

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "read-and-draw-charts.md"


@pytest.mark.slow
def test_every_picture_is_what_its_command_draws_today(tmp_path):
    draw(tmp_path)

    assert names(tmp_path) == names(FOLDER)
    for file in FOLDER.glob("*.svg"):
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name
    for file in FOLDER.glob("*.csv"):
        for drawn, kept in zip(rows(tmp_path / file.name), rows(file), strict=True):
            # machines agree on numbers but for their last digits
            assert drawn == [
                pytest.approx(value, rel=1e-9) if isinstance(value, float) else value
                for value in kept
            ]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def rows(file: Path) -> list[list[str | float]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return [[value_of(text) for text in row] for row in csv.reader(opened)]


def value_of(text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        return text


def test_the_manual_shows_the_commands_and_every_picture():
    manual = MANUAL.read_text(encoding="utf-8")

    words = set(manual.split())
    for line in COMMANDS.values():
        assert not [part for part in line.split() if part not in words], line
    assert WAVES in manual
    for picture in FOLDER.glob("*.svg"):
        assert f"../pictures/charts/{picture.name}" in manual
