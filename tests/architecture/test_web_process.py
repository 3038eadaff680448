# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Web processes stay small: what calculates, draws or reads files belongs to the worker."""

from __future__ import annotations

import json
import subprocess
import sys

FORBIDDEN = {
    "pandas", "scipy", "sklearn", "statsmodels", "pyogrio", "altair", "vl_convert", "typst",
    "geopandas", "duckdb", "pyarrow",
}  # fmt: skip
PROGRAM = """
import json, sys
from voelspriet.config.wsgi import application
from django.urls import get_resolver
get_resolver().url_patterns
def walk(patterns):
    for pattern in patterns:
        walk(getattr(pattern, "url_patterns", []))
walk(get_resolver().url_patterns)
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_the_web_process_imports_no_heavy_library():
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=60
    )
    assert finished.returncode == 0, finished.stderr
    loaded = set(json.loads(finished.stdout.splitlines()[-1]))
    assert not loaded & FORBIDDEN


def test_importing_analysis_is_light():
    program = "import sys, voelspriet.analysis; print(sorted(sys.modules))"
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert "scipy" not in finished.stdout
    assert "django" not in finished.stdout
