# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs that stop and go on, and seeds that depend on no process."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from evidence.judging import Sums
from evidence.keeping import ROOT, Kept
from evidence.running import Chunk, chunks_of, draw
from evidence.scenario import Chapter, Claim, Scenario
from evidence.scenarios import chapters, scenario_of

from evidence import keeping


def scenario(quantities=("held",), conditional=False, give=None):
    claims = tuple(Claim(q, 0.0, 1.0, is_conditional=conditional) for q in quantities)

    def replicate(rng, count):
        return {"held": (rng.random(give or count) < 0.5).astype(float)}

    return Scenario("coin", "a coin", "nothing", claims, replicate, 1_000, chunk=300)


def test_replications_are_divided_into_chunks_and_none_is_lost():
    chunks = chunks_of(scenario(), 1_000)
    assert [chunk.count for chunk in chunks] == [300, 300, 300, 100]
    assert [chunk.number for chunk in chunks] == [0, 1, 2, 3]


def test_a_chunk_follows_from_seed_name_and_number_alone():
    one = draw(scenario(), Chunk("coin", 2, 300), 7)
    assert draw(scenario(), Chunk("coin", 2, 300), 7) == one
    assert draw(scenario(), Chunk("coin", 1, 300), 7).sums != one.sums
    assert draw(scenario(), Chunk("coin", 2, 300), 8).sums != one.sums


def test_what_is_drawn_is_what_is_claimed():
    with pytest.raises(ValueError, match=r"\['held'\] drawn, \['held', 'more'\] claimed"):
        draw(scenario(("held", "more")), Chunk("coin", 0, 10), 1)


def test_a_replication_without_an_outcome_is_refused_unless_the_claim_is_about_some():
    with pytest.raises(ValueError, match="9 of 10 drawn"):
        draw(scenario(give=9), Chunk("coin", 0, 10), 1)
    found = draw(scenario(conditional=True, give=9), Chunk("coin", 0, 10), 1)
    assert found.sums["held"].count == 9


def test_what_is_kept_is_found_again_and_adds_up(tmp_path):
    kept = Kept(3, "code", "2026-11-25 22:00 UTC", "abc")
    for chunk in chunks_of(scenario(), 1_000)[:2]:
        kept.chunks[chunk.number] = draw(scenario(), chunk, 3).sums
    keeping.write(scenario(), kept, tmp_path)
    again = keeping.read(scenario(), seed=3, code="code", folder=tmp_path)
    assert again == kept
    assert again.count == 600
    assert again.sums("held").count == 600


@pytest.mark.parametrize(("seed", "code"), [(4, "code"), (3, "other code")])
def test_another_seed_or_other_code_begins_again(tmp_path, seed, code):
    kept = Kept(3, "code", chunks={0: {"held": Sums(300, 150.0, 150.0)}})
    keeping.write(scenario(), kept, tmp_path)
    assert keeping.read(scenario(), seed=seed, code=code, folder=tmp_path).chunks == {}


@pytest.mark.parametrize("content", ["", "{", '{"chunks": {}}', "[]", '{"chunks": {"a": {}}}'])
def test_a_damaged_file_begins_again(tmp_path, content):
    (tmp_path / "coin.json").write_text(content, encoding="utf-8")
    found = keeping.read(scenario(), seed=1, code="code", folder=tmp_path)
    assert found == Kept(1, "code")


def test_the_mark_of_the_code_changes_with_the_scenario_and_its_rooms():
    here = scenario()
    one = keeping.code_of(Chapter(1, "", "", ("survey",), ()), here)
    assert keeping.code_of(Chapter(1, "", "", ("survey",), ()), here) == one
    assert keeping.code_of(Chapter(1, "", "", ("process",), ()), here) != one


@pytest.mark.slow
def test_every_scenario_draws_what_it_claims():
    """Two samples of each: names, quantities and numbers are right before hours are spent."""
    for chapter in chapters():
        assert chapter.told.strip(), chapter.title
        for one in chapter.scenarios:
            assert scenario_of(one.name) is one
            drawn = draw(one, Chunk(one.name, 0, 2), 1)
            assert drawn.sums.keys() == {claim.quantity for claim in one.claims}


def test_every_judged_claim_has_a_band():
    for chapter in chapters():
        for one in chapter.scenarios:
            for claim in one.claims:
                finite = np.isfinite([claim.low, claim.high])
                assert finite.any() or not claim.is_judged, (one.name, claim.quantity)
                assert claim.low < claim.high


@pytest.mark.slow
def test_a_quick_run_meets_its_claims():
    asked = [sys.executable, "-m", "evidence", "--quick"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Seed 20261125" in done.stdout
    assert "0 missed" in done.stdout
    assert "Written" not in done.stdout


def test_a_name_that_is_no_scenario_is_one_clear_line():
    asked = [sys.executable, "-m", "evidence", "--only", "nothing"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no scenario is called nothing" in done.stderr
