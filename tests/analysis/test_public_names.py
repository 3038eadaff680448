# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every public name is found, told to type checkers, and costs nothing until it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from voelspriet import analysis


@pytest.mark.parametrize("name", analysis.__all__)
def test_every_name_is_found_and_told(name):
    found = getattr(analysis, name)
    assert name in dir(analysis)
    assert getattr(found, "__doc__", None) or name == "FrameLike"


def test_type_checkers_are_told_the_same_places():
    tree = ast.parse(Path(analysis.__file__).read_text(encoding="utf-8"))
    told = {
        alias.name: node.module.removeprefix("voelspriet.analysis.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("voelspriet.")
        for alias in node.names
    }
    assert told == analysis.PLACES
    assert sorted(told) == sorted(analysis.__all__)


def test_another_name_is_an_ordinary_error():
    with pytest.raises(AttributeError, match="no attribute 'estimates_of'"):
        _ = analysis.estimates_of


def test_importing_loads_no_library_that_calculates_or_draws():
    program = "import sys, voelspriet.analysis; print(*{n.split('.')[0] for n in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    heavy = {"numpy", "scipy", "pyarrow", "sklearn", "altair", "vl_convert", "django"}
    assert not heavy & set(done.stdout.split())
