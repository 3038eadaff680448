# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draw the charts of the manual by the commands it shows; a test holds that they still are these.

    python -m tools.chart_pictures

Writes docs/pictures/charts/. Takes a few seconds.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from voelspriet.doors.commands.analyse import command

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures" / "charts"
DATA = ROOT / "tests" / "analysis" / "reference" / "data"
WAVES = """\
date,estimate,standard_error,break
2017,79.0,1.2,
2019,80.5,1.2,
2021,84.0,1.1,on line instead of by telephone
2023,83.0,1.1,
2025,83.5,1.0,
"""
COMMANDS = {
    "monitor": "synthetic-monitor --rows 3000 --municipalities 5 --out monitor.csv",
    "unsafe": "estimates monitor.csv --variables unsafe_sometimes,nuisance_any"
    " --kind proportion --by municipality --weights weight --strata municipality"
    " --cluster neighbourhood --out unsafe-table.csv --chart unsafe.svg",
    "answered": "representativeness invited.csv --responded responded --variables age,part"
    " --weights weight --out answered-table.csv --chart answered.svg",
    "waiting": "times cases.csv --out waiting-table.csv --chart waiting.svg",
    "course": "target waves.csv --target 85 --deadline 2027-12-31 --out course-table.csv"
    " --chart course.svg",
}


def draw(folder: Path) -> None:
    """Run the commands of the manual in an empty folder and put the charts in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, chdir(made):
        Path("waves.csv").write_text(WAVES, encoding="utf-8")
        shutil.copyfile(DATA / "waits.csv", "cases.csv")
        shutil.copyfile(DATA / "response.csv", "invited.csv")
        for line in COMMANDS.values():
            result = CliRunner().invoke(command, line.split(), standalone_mode=False)
            if result.exception:
                raise result.exception
        for drawn in Path().glob("*.svg"):
            for file in (drawn, drawn.with_suffix(".chart.csv")):
                shutil.copyfile(file, folder / file.name)


if __name__ == "__main__":
    draw(FOLDER)
