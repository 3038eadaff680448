# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Frozen answers of other programs, and the scripts that made them.

`<topic>.R` prints rows `name,value` on standard output; `<topic>.csv` is that output, frozen. Data
the scripts and the tests share stand in `data/`. To freeze anew:

    cd tests/analysis/reference && Rscript --vanilla estimates.R > estimates.csv
"""

from __future__ import annotations

import csv
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE / "data"


def frozen(topic: str) -> dict[str, float]:
    """Return the frozen values of a topic by name; NA is NaN."""
    with (HERE / f"{topic}.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    values = {row["name"]: float(row["value"].replace("NA", "nan")) for row in rows}
    assert len(values) == len(rows), f"{topic}: a name is there twice"
    return values
