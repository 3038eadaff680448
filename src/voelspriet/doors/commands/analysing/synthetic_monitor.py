# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse synthetic-monitor`: a large survey to try everything on, and what is true."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from voelspriet.doors.commands.analysing.options import FILE, OUT, SEED, clear_errors, say

if TYPE_CHECKING:
    from voelspriet.analysis.frames import Frame


@click.command()
@click.option("--rows", type=click.IntRange(1), default=170_000, show_default=True,
              help="Respondents.")  # fmt: skip
@click.option("--municipalities", type=click.IntRange(1), default=342, show_default=True,
              help="Strata; each gets at least 4 respondents.")  # fmt: skip
@click.option("--missing", type=click.FloatRange(0, 1, max_open=True), default=0.02,
              show_default=True, help="Share of the answers that is left out.")  # fmt: skip
@click.option("--truth", type=FILE,
              help="Also write the true values: variable, by, domain, value.")  # fmt: skip
@click.option("--margins", type=FILE,
              help="Also write the population's margins, as --calibrate reads them.")  # fmt: skip
@SEED
@OUT
def command(
    *, rows: int, municipalities: int, missing: float, truth: Path | None, margins: Path | None,
    seed: int, out: Path | None,
) -> None:  # fmt: skip
    """Make a safety monitor of people who do not exist, with 20 indicators of known true value.

    Columns: region, municipality (the stratum), neighbourhood (the cluster), sex, age, weight,
    people and neighbourhoods (how many there are in the stratum's population: the fpc of a design
    without and with clusters), 16 indicators of yes or no (1 and 0) and 4 scores of 0-10. The same
    seed gives the same answers.

    Example: voelspriet analyse synthetic-monitor --out monitor.parquet --truth truth.csv
    """
    # slow import: `--help` must not wait for it
    import numpy as np  # noqa: PLC0415

    from voelspriet.analysis.survey.synthetic import synthetic_monitor  # noqa: PLC0415

    with clear_errors():
        monitor = synthetic_monitor(
            np.random.default_rng(seed),
            rows=rows, municipalities=municipalities, missing_share=missing,
        )  # fmt: skip
        for frame, file in ((monitor.respondents, out), (monitor.truth, truth),
                            (monitor.margins, margins)):  # fmt: skip
            if file is not None or frame is monitor.respondents:
                _write(frame, file)
    say(f"{rows} respondents in {municipalities} municipalities, seed {seed}.")


def _write(frame: Frame, file: Path | None) -> None:
    # slow import: `--help` must not wait for it
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    table = frame.arrow()
    write_table({name: table.column(name) for name in table.column_names}, file)
