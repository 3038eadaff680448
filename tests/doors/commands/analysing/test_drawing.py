# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table and a chart in one command: both or neither, and never one over the other."""

from __future__ import annotations

import pytest

from voelspriet.analysis.errors import InputError
from voelspriet.doors.commands.analysing.drawing import write_result
from voelspriet.ground.ui.charts import Chart, ForestRow, forest_chart

COLUMNS = {"domain": ["Noord"], "estimate": [0.5]}


def draw() -> Chart:
    row = ForestRow("Noord", "", 0.5, 0.4, 0.6, 100)
    return forest_chart([row], title="Trust", unit="share")


def test_a_table_and_a_chart_with_its_numbers_are_written(tmp_path):
    write_result(COLUMNS, tmp_path / "table.csv", chart=tmp_path / "chart.svg", draw=draw)

    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "chart.chart.csv", "chart.svg", "table.csv",
    ]  # fmt: skip
    assert (
        (tmp_path / "chart.chart.csv")
        .read_text()
        .splitlines()[0]
        .startswith("group,label,n,estimate")
    )
    assert (tmp_path / "table.csv").read_text() == "domain,estimate\nNoord,0.5\n"


def test_without_a_chart_nothing_is_drawn(tmp_path, capsys):
    write_result(COLUMNS, None, chart=None, draw=lambda: pytest.fail("it was drawn"))

    assert capsys.readouterr().out == "domain,estimate\nNoord,0.5\n"
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_drawn_leaves_no_table(tmp_path):
    def too_many() -> Chart:
        raise InputError("too many for one chart")

    with pytest.raises(InputError, match="too many"):
        write_result(COLUMNS, tmp_path / "table.csv", chart=tmp_path / "c.svg", draw=too_many)

    assert list(tmp_path.iterdir()) == []


def test_a_table_and_a_chart_may_have_one_name(tmp_path):
    out = tmp_path / "out.csv"

    write_result(COLUMNS, out, chart=out.with_suffix(".svg"), draw=draw)

    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "out.chart.csv", "out.csv", "out.svg",
    ]  # fmt: skip


def test_the_table_and_the_numbers_of_the_chart_cannot_be_one_file(tmp_path):
    same = tmp_path / "out.chart.csv"

    with pytest.raises(InputError, match="rename one"):
        write_result(COLUMNS, same, chart=tmp_path / "out.svg", draw=draw)

    assert not same.exists()


def test_the_input_is_not_overwritten_by_the_numbers_of_a_chart_of_that_name(tmp_path):
    data = tmp_path / "survey.chart.csv"
    data.write_text("area,grade\nNoord,7\n")

    with pytest.raises(InputError, match="holds something else"):
        write_result(COLUMNS, tmp_path / "table.csv", chart=tmp_path / "survey.svg", draw=draw)

    assert data.read_text() == "area,grade\nNoord,7\n"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["survey.chart.csv"]
