# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where R is present, every script gives the values that were frozen.

The two slowest are run in a thorough run only; their frozen values are used in every run.
"""

from __future__ import annotations

import csv
import math
import re
import shutil
import subprocess

import pytest

from tests.analysis.reference import HERE, frozen
from tests.thorough import THOROUGH

SLOW = {"estimates", "calibration"}  # read a survey of thousands of rows
TOPICS = sorted(file.stem for file in HERE.glob("*.R") if (HERE / f"{file.stem}.csv").exists())
LIBRARY = re.compile(r"^\s*library\((\w+)\)", re.MULTILINE)


def missing_packages(script: str) -> list[str]:
    found = []
    for package in LIBRARY.findall(script):
        asked = f'quit(status = !requireNamespace("{package}", quietly = TRUE))'
        if subprocess.run(["Rscript", "--vanilla", "-e", asked], check=False).returncode:
            found.append(package)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("topic", [t for t in TOPICS if THOROUGH or t not in SLOW])
def test_the_script_still_gives_the_frozen_values(topic):
    if shutil.which("Rscript") is None:
        pytest.skip("R is not here: frozen values are used, no script was run")
    script = HERE / f"{topic}.R"
    missing = missing_packages(script.read_text(encoding="utf-8"))
    if missing:
        pytest.skip(f"R has no package {', '.join(missing)}")
    done = subprocess.run(
        ["Rscript", "--vanilla", script.name],
        cwd=HERE, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert {row["name"] for row in rows} == set(frozen(topic))
    for row in rows:
        now, then = float(row["value"].replace("NA", "nan")), frozen(topic)[row["name"]]
        same = math.isclose(now, then, rel_tol=1e-7, abs_tol=1e-10)
        assert same or (math.isnan(now) and math.isnan(then)), row["name"]
