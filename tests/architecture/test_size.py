# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small files, small functions."""

from __future__ import annotations

from tests.architecture.source import functions, modules, own_length

HARD_FILE = 500
HARD_FUNCTION = 60
LIB_SHARE = 0.05
ROOM_SHARE = 0.20


def test_no_file_is_longer_than_500_lines():
    long = {m.place: m.text.count("\n") for m in modules() if m.text.count("\n") > HARD_FILE}
    assert not long


def test_no_function_is_longer_than_60_lines_without_its_docstring():
    long = {
        f"{m.place}:{f.lineno} {f.name}": own_length(f)
        for m in modules()
        for f in functions(m)
        if own_length(f) > HARD_FUNCTION
    }
    assert not long


def test_lib_stays_under_5_percent_of_the_lines():
    total = sum(m.text.count("\n") for m in modules())
    lib = sum(m.text.count("\n") for m in modules() if m.name.startswith("lib"))
    assert lib < LIB_SHARE * total
