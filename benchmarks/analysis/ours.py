# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our side, in a process of its own: python -m benchmarks.analysis.ours WORK FOLDER TIMES OUT."""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
from pyarrow import csv, parquet

from benchmarks.analysis.measured import Measured
from benchmarks.analysis.work import (
    BASE_WEIGHT,
    CLUSTER,
    FPC,
    MARGINS,
    ONE_INDICATOR,
    STRATUM,
    WEIGHT,
)
from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.calibration import calibrate
from voelspriet.analysis.survey.estimation.design import Design, survey_design
from voelspriet.analysis.survey.estimation.estimates import estimate
from voelspriet.analysis.survey.estimation.results import Estimates
from voelspriet.analysis.survey.synthetic import INDICATORS

NAMES = [indicator.name for indicator in INDICATORS]
Answers = dict[str, pa.Array]


def estimates_work(
    frame: Frame, work: str
) -> tuple[Callable[[], Estimates], Callable[..., Answers]]:
    """Return what is timed, and how its answers are written; the design is made beforehand."""
    if work.startswith("clustered"):
        design = survey_design(frame, weights=WEIGHT, strata=STRATUM, cluster=CLUSTER, fpc=FPC)
    else:
        design = survey_design(frame, weights=WEIGHT, strata=STRATUM)
    by = ("sex", "age") if work.endswith("sex-and-age") else (STRATUM,)
    return lambda: estimate(frame, NAMES, design=design, by=by), estimates_answers


def calibrated_work(
    frame: Frame, margins: Frame
) -> tuple[Callable[[], Estimates], Callable[..., Answers]]:
    """Return the estimates of ten domains after raking; the raking itself is done beforehand."""
    design = calibrate(frame, margins, design=base_design(frame)).design
    return lambda: estimate(frame, [ONE_INDICATOR], design=design, by="region"), estimates_answers


def rake_work(
    frame: Frame, margins: Frame
) -> tuple[Callable[[], Design], Callable[[Design], Answers]]:
    """Return the raking itself."""
    design = base_design(frame)

    def answers(found: Design) -> Answers:
        return {"key": pa.array(range(len(found))), "weight": pa.array(found.weights)}

    return lambda: calibrate(frame, margins, design=design, tolerance=1e-8).design, answers


def base_design(frame: Frame) -> Design:
    """Return the design with weights before anything was done about non-response."""
    return survey_design(frame, weights=BASE_WEIGHT, strata=STRATUM)


def estimates_answers(found: Estimates) -> Answers:
    """Return estimates and standard errors with a key the peer has too."""
    pairs = zip(found.variable, found.domain, strict=True)
    keys = [f"{variable} {domain.replace(' × ', '.')}" for variable, domain in pairs]
    return {
        "key": pa.array(keys),
        "estimate": pa.array(found.estimate),
        "standard_error": pa.array(found.standard_error),
    }


def main() -> int:
    """Do one piece of work several times and print what it took."""
    work, folder, times, out = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    wanted = {"rake": [*MARGINS, BASE_WEIGHT, STRATUM],
              "calibrated": [*MARGINS, BASE_WEIGHT, STRATUM, ONE_INDICATOR]}  # fmt: skip
    frame = Frame.of(parquet.read_table(folder / "monitor.parquet", columns=wanted.get(work)))
    margins = Frame.of(csv.read_csv(folder / "margins.csv"))
    made: tuple[Callable[[], object], Callable[..., Answers]]
    if work == "rake":
        made = rake_work(frame, margins)
    elif work == "calibrated":
        made = calibrated_work(frame, margins)
    else:
        made = estimates_work(frame, work)
    run, answers = made
    run()  # the first time fills caches
    took = []
    for _ in range(times):
        gc.collect()
        began = (time.process_time(), time.perf_counter())
        found = run()
        took.append((time.process_time() - began[0], time.perf_counter() - began[1]))
    csv.write_csv(pa.table(answers(found)), out)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    processor, clock = zip(*took, strict=True)
    print(Measured(processor, clock, peak, f"voelspriet {version('voelspriet')}").as_json())
    return 0


if __name__ == "__main__":
    sys.exit(main())
