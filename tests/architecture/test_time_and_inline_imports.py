# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Time comes in as an argument; an import stands at the top unless a reason is given."""

from __future__ import annotations

import ast
import re

from tests.architecture.source import modules

CLOCKS = {("timezone", "now"), ("datetime", "now"), ("datetime", "utcnow"), ("date", "today"),
          ("time", "time"), ("timezone", "localdate"), ("timezone", "localtime")}  # fmt: skip
FLOORS_WITH_A_CLOCK = ("doors", "config")
NOQA = re.compile(r"#\s*noqa:[^#]*PLC0415(?P<reason>.*)$")


def _asks_for_the_time(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr) in CLOCKS
        and not (node.func.attr == "localtime" and node.args)
    )


def test_nothing_below_the_doors_asks_for_the_time():
    found = [
        f"{module.place}:{node.lineno}"
        for module in modules()
        if not module.name.startswith(FLOORS_WITH_A_CLOCK)
        for node in ast.walk(module.tree)
        if _asks_for_the_time(node)
    ]
    assert found == []


def test_every_inline_import_says_why():
    found = []
    for module in modules():
        lines = module.text.splitlines()
        for number, line in enumerate(lines):
            match = NOQA.search(line)
            if match is None:
                continue
            above = number - 1
            while above > 0 and ("PLC0415" in lines[above] or not lines[above].strip()):
                above -= 1
            reason = match["reason"].strip(" ,:-") or lines[above].strip().startswith("#")
            if not reason:
                found.append(f"{module.place}:{number + 1}")
    assert not found
