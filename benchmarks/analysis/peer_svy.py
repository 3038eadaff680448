# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""svy's side, in an environment of its own: python peer_svy.py FOLDER TIMES OUT.

Only raking is timed: reading and describing the design come before.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path

import polars as pl
import svy

COLUMNS = ["sex", "age", "region", "municipality", "base_weight"]


def main() -> int:
    """Rake several times and print what it took."""
    folder, times, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    data = pl.read_csv(folder / "monitor.csv", columns=COLUMNS)
    margins = pl.read_csv(folder / "margins.csv")
    controls: dict[str, dict[str, float]] = {}
    for row in margins.iter_rows(named=True):
        controls.setdefault(row["variable"], {})[row["category"]] = row["total"]
    sample = svy.Sample(data, svy.Design(stratum="municipality", wgt="base_weight"))

    def rake() -> svy.Sample:
        return sample.weighting.rake(controls=controls, tol=1e-8, max_iter=1000)

    rake()
    processor, clock = [], []
    for _ in range(times):
        gc.collect()
        began = (time.process_time(), time.perf_counter())
        found = rake()
        processor.append(time.process_time() - began[0])
        clock.append(time.perf_counter() - began[1])
    weights = found.data.select(weight="rk_wgt").with_row_index("key")
    weights.write_csv(out)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {"processor_seconds": processor, "seconds": clock, "peak_mb": peak}
    print(json.dumps(told | {"program": f"svy {svy.__version__}"}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
