# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet plans`, as a person and as a program call it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from tests.factories.areas import make_town
from voelspriet.act.plans.models import Plan
from voelspriet.doors.commands.main import voelspriet
from voelspriet.doors.commands.start import CommandError

pytestmark = pytest.mark.django_db


def run(*words: object) -> str:
    result = CliRunner().invoke(voelspriet, list(map(str, words)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_plan_is_imported_once_and_a_damaged_one_not_at_all(shared, tmp_path):
    make_town(name="Huizen")
    file = shared / "cases/huizen_ivp_2019_2022.yaml"
    told = run("plans", "import", file)
    assert "6 themes, 35 ambitions." in told
    assert "16 ambitions can be tested, 19 lack something." in told
    assert "Not read" not in told
    with pytest.raises(CommandError, match=Plan.objects.get().reference):
        run("plans", "import", file)

    broken = tmp_path / "kapot.yaml"
    words = file.read_text(encoding="utf-8").replace("deadline: medio 2019", "deadline: gauw")
    broken.write_text(words, encoding="utf-8")
    with pytest.raises(CommandError, match=r"themes\[1\]\.ambitions\[3\]\.deadline: 'gauw'"):
        run("plans", "import", broken, "--again")
    assert Plan.objects.count() == 1


def test_printed_figures_that_disagree_are_listed(shared):
    file = shared / "cases/huizen_figures.yaml"
    told = run("plans", "figures", file)
    assert "c_woninginbraken: printed -60, recomputed -69.6498" in told
    assert "5 of 20 printed figures disagree; 44 were recomputed." in told
    assert json.loads(run("plans", "figures", file, "--json"))["disagree"] == 5
