# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two files or none: the drawing, and its numbers for who does not see it."""

from __future__ import annotations

import csv
import os
from xml.etree import ElementTree as ET

import pytest

from tests.ground.ui.charts.examples import forest, survival
from voelspriet.analysis.errors import InputError
from voelspriet.ground.ui.charts import write_chart


def test_the_numbers_stand_beside_the_drawing_under_the_same_name(tmp_path):
    chart = forest('a, "b"\n=1+1')

    write_chart(chart, tmp_path / "trust.svg")

    with (tmp_path / "trust.chart.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["label"] for row in rows] == chart.columns["label"]
    assert [row["estimate"] for row in rows] == ["0.72", "0.64", "", "0.95", "0.61"]
    assert rows[2]["note"] == "too few answers"


def test_the_drawing_stands_alone_and_shrinks_to_a_narrow_screen(tmp_path):
    write_chart(forest(), tmp_path / "trust.svg")

    root = ET.parse(tmp_path / "trust.svg").getroot()  # noqa: S314  our own drawing
    assert root.get("style") == "max-width:100%;height:auto"
    assert root.get("role") == "img"


def test_the_same_chart_can_be_written_again(tmp_path):
    write_chart(forest(), tmp_path / "c.svg")
    write_chart(forest("Zuid"), tmp_path / "c.svg")

    assert "Zuid" in (tmp_path / "c.chart.csv").read_text()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["c.chart.csv", "c.svg"]


def test_files_have_the_rights_of_any_new_file(tmp_path):
    umask = os.umask(0)
    os.umask(umask)

    write_chart(forest(), tmp_path / "c.svg")

    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o666 & ~umask}


def test_other_data_of_that_name_are_never_overwritten(tmp_path):
    (tmp_path / "c.chart.csv").write_text("area,grade\n")

    with pytest.raises(InputError, match="holds something else"):
        write_chart(forest(), tmp_path / "c.svg")

    assert (tmp_path / "c.chart.csv").read_text() == "area,grade\n"
    assert [file.name for file in tmp_path.iterdir()] == ["c.chart.csv"]


def test_the_table_of_another_kind_of_chart_is_other_data(tmp_path):
    write_chart(forest(), tmp_path / "c.svg")

    with pytest.raises(InputError, match="give the chart another name"):
        write_chart(survival(), tmp_path / "c.svg")


def test_a_name_that_is_no_svg_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"written as \.svg"):
        write_chart(forest(), tmp_path / "c.png")


def test_where_nothing_can_be_written_the_name_given_is_told(tmp_path):
    with pytest.raises(OSError, match="No such file") as caught:
        write_chart(forest(), tmp_path / "nowhere" / "c.svg")

    assert caught.value.filename == str(tmp_path / "nowhere" / "c.svg")


def test_when_the_drawing_cannot_be_put_in_place_no_numbers_are_left(tmp_path):
    (tmp_path / "c.svg").mkdir()

    with pytest.raises(OSError, match="directory"):
        write_chart(forest(), tmp_path / "c.svg")

    assert [file.name for file in tmp_path.iterdir()] == ["c.svg"]
