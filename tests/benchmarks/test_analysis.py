# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The benchmark of calculations: both sides do the same, and what is measured is told rightly."""

from __future__ import annotations

import math

import numpy as np
import pyarrow as pa
import pytest
from benchmarks.analysis import peers
from benchmarks.analysis.__main__ import Row, show, slope
from benchmarks.analysis.measured import Measured, largest_difference
from benchmarks.analysis.monitor import monitor_files
from benchmarks.analysis.work import MARGINS, ROWS, SIZES, WORKS
from pyarrow import csv

from tests.thorough import THOROUGH

BY_NAME = {work.name: work for work in WORKS}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return monitor_files(tmp_path_factory.mktemp("monitor"), 2_000, 1)


def answers(file, values):
    csv.write_csv(pa.table({"key": ["a", "b"], "estimate": values}), file)
    return file


def test_both_files_hold_the_same_answers(files):
    rows = csv.read_csv(files.csv)
    assert rows.num_rows == 2_000
    assert pa.parquet.read_table(files.parquet).column_names == rows.column_names
    base = np.asarray(rows["base_weight"])
    assert base.sum() == pytest.approx(np.asarray(csv.read_csv(files.margins)["total"]).sum() / 3)
    assert set(csv.read_csv(files.margins)["variable"].to_pylist()) == set(MARGINS)


def test_files_that_are_there_are_not_made_again(files):
    before = files.csv.stat().st_mtime_ns
    again = monitor_files(files.csv.parents[1], 2_000, 1)
    assert again == files
    assert files.csv.stat().st_mtime_ns == before


@pytest.mark.slow
@pytest.mark.parametrize("name", BY_NAME if THOROUGH else ["calibrated"])
def test_ours_and_the_peer_answer_the_same(files, name, tmp_path):
    work = BY_NAME[name]
    if work.peer == "svy" and not peers.SVY_HOME.exists():
        pytest.skip("svy is not installed here: make bench-analysis installs it")
    mine, theirs = tmp_path / "ours.csv", tmp_path / "peer.csv"
    measured = peers.ours(work, files.csv.parent, 1, mine)
    assert measured.median > 0
    assert 20 < measured.peak_mb < 2_000
    try:
        peers.peer(work, files.csv.parent, 1, theirs)
    except peers.MissingPeerError as missing:
        pytest.skip(str(missing))
    assert largest_difference(mine, theirs) <= work.tolerance


def test_the_largest_relative_difference_is_found_in_any_order(tmp_path):
    one = answers(tmp_path / "one.csv", [1.0, 200.0])
    other = tmp_path / "other.csv"
    csv.write_csv(pa.table({"key": ["b", "a"], "estimate": [202.0, 1.001]}), other)
    assert largest_difference(one, other) == pytest.approx(2 / 202)


def test_rounding_beside_nothing_is_no_difference(tmp_path):
    one = answers(tmp_path / "one.csv", [0.0, 1.0])
    other = answers(tmp_path / "other.csv", [3e-18, 1.0])
    assert largest_difference(one, other) < 1e-8


def test_answers_to_other_questions_are_refused(tmp_path):
    one = answers(tmp_path / "one.csv", [1.0, 2.0])
    other = tmp_path / "other.csv"
    csv.write_csv(pa.table({"key": ["a", "c"], "estimate": [1.0, 2.0]}), other)
    with pytest.raises(ValueError, match="only one side has"):
        largest_difference(one, other)


def test_the_slope_is_one_when_twice_the_rows_take_twice_the_time():
    assert slope({1_000: 0.1, 2_000: 0.2, 4_000: 0.4}) == pytest.approx(1.0)
    assert slope({1_000: 0.1, 2_000: 0.4, 4_000: 1.6}) == pytest.approx(2.0)
    assert ROWS in SIZES


def test_a_missing_peer_is_said_and_not_met(capsys):
    measured = Measured((0.1, 0.2, 0.3), (0.4, 0.5, 0.6), 100.0, "ours")
    row = Row(BY_NAME["rake"], measured, 1.0, why_not="svy could not be installed")
    show(row)
    told = capsys.readouterr().out
    assert "NOT COMPARED: svy could not be installed" in told
    assert "met" not in told
    assert row.ratio is None


def test_a_row_tells_the_ratio_of_the_middles_of_processor_time(capsys):
    mine = Measured((0.1, 0.2, 9.0), (1.0, 1.0, 1.0), 100.0, "ours")
    theirs = Measured((1.0, 2.0, 3.0), (1.0, 1.0, 1.0), 100.0, "theirs")
    row = Row(BY_NAME["rake"], mine, 1.0, theirs, 0.0)
    assert row.ratio == pytest.approx(0.1)
    show(row)
    assert "ratio 1/10.0 (at most 1/3)" in capsys.readouterr().out


def test_measured_survives_the_way_through_another_process():
    measured = Measured((0.1,), (0.2,), 100.0, "ours 1.0")
    assert Measured.from_json(measured.as_json()) == measured
    assert measured.median_by_clock == 0.2


def test_svy_is_installed_as_the_lock_says_with_hashes():
    wanted = peers.locked(peers.LOCK.read_text(encoding="utf-8"), peers.SVY)
    names = {line.partition("==")[0] for line in wanted.splitlines() if "==" in line}
    assert names == set(peers.SVY)
    assert wanted.count("--hash=sha256:") >= len(peers.SVY)


def test_every_bound_is_a_part_of_the_peers_time():
    assert all(work.bound is None or 0 < work.bound < 1 for work in WORKS)
    assert not math.isnan(sum(work.tolerance for work in WORKS))
