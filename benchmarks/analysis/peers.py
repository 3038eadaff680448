# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The other sides: R with its survey package where it is installed, and svy, installed apart."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.analysis.measured import Measured
from benchmarks.analysis.work import Work
from benchmarks.installation import ROOT

HERE = Path(__file__).parent
SVY_HOME = ROOT / "build" / "bench-venv"
LOCK = ROOT / "requirements" / "bench.txt"
# svy and what it needs; its own environment keeps them out of the product's
SVY = ("svy", "svy-io", "svy-rs", "polars", "polars-runtime-32", "msgspec", "numpy", "scipy")
PACKAGES_OF_R = ("survey", "MASS")  # MASS: calibrating needs it
LIBRARIES = ("OMP", "OPENBLAS", "MKL", "ARROW", "RAYON")
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in LIBRARIES} | {"POLARS_MAX_THREADS": "1"}
TOO_LONG_SECONDS = 1800


class MissingPeerError(Exception):
    """A peer is not here; the message says what is missing and how to get it."""


def ours(work: Work, folder: Path, times: int, out: Path) -> Measured:
    """Measure our side."""
    module = [sys.executable, "-m", "benchmarks.analysis.ours"]
    return _measured([*module, work.name, str(folder), str(times), str(out)])


def peer(work: Work, folder: Path, times: int, out: Path) -> Measured:
    """Measure the other side. Raises MissingPeerError when it is not here."""
    if work.peer == "R":
        script = [rscript(), "--vanilla", str(HERE / "peer.R"), work.name]
    else:
        script = [str(svy_python()), str(HERE / "peer_svy.py")]
    return _measured([*script, str(folder), str(times), str(out)])


def rscript() -> str:
    """Return R with its packages. Raises MissingPeerError when one of them is not here."""
    found = shutil.which("Rscript")
    if found is None:
        raise MissingPeerError("R is not here (Debian: apt install r-cran-survey r-cran-mass)")
    for package in PACKAGES_OF_R:
        asked = f'quit(status = !requireNamespace("{package}", quietly = TRUE))'
        if subprocess.run([found, "--vanilla", "-e", asked], check=False).returncode:
            name = f"r-cran-{package.lower()}"
            raise MissingPeerError(f"R has no package {package} (Debian: apt install {name})")
    return found


def svy_python() -> Path:
    """Return a Python with svy, installing it once, exactly as the lock file says.

    Raises MissingPeerError when it cannot be installed.
    """
    python = SVY_HOME / "bin" / "python"
    asked = [str(python), "-c", "import svy"]
    if python.exists() and subprocess.run(asked, check=False, capture_output=True).returncode == 0:
        return python
    print(f"Installing svy in {SVY_HOME.relative_to(ROOT)}, once", file=sys.stderr)
    wanted = locked(LOCK.read_text(encoding="utf-8"), SVY)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(SVY_HOME)], check=True)
    requirements = SVY_HOME / "requirements.txt"
    requirements.write_text(wanted, encoding="utf-8")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    done = subprocess.run([*pip, "-r", str(requirements)], check=False, capture_output=True,
                          text=True)  # fmt: skip
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:]
        raise MissingPeerError(f"svy could not be installed ({' '.join(last)})")
    return python


def locked(lock: str, names: tuple[str, ...]) -> str:
    """Return the entries of a lock file for these packages, with their hashes."""
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)
    return "".join(entry for entry in entries if entry.partition("==")[0] in names)


def _measured(command: list[str]) -> Measured:
    finished = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **ONE_THREAD}, capture_output=True, text=True,
        check=False, timeout=TOO_LONG_SECONDS,
    )  # fmt: skip
    if finished.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{finished.stderr}")
    return Measured.from_json(finished.stdout.strip().splitlines()[-1])
