# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a file with figures and the checks on them (YAML)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from voelspriet.act.plans.reading.document import read_content
from voelspriet.act.plans.reading.nodes import FileRejected, Node, Reading
from voelspriet.act.plans.rules.figures import (
    EQUAL,
    HIGHER,
    LOWER,
    FigureCheck,
    FigureFound,
    FormulaError,
    control_figures,
)


def read_figures(path: Path) -> tuple[FigureFound, ...]:
    """Read figures and checks, and reckon each check again.

    Raises FileRejected with the path in the file and why, for all that is wrong.
    """
    reading = Reading()
    node = Node("", read_content(path), reading)
    figures = _figures(node)
    checks = [(one, _check(one)) for one in node.children("checks", needed=True)]
    found: list[FigureFound] = []
    for one, check in checks:
        try:
            found += control_figures([check], figures)
        except FormulaError as error:
            one.wrong("formula", str(error))
    if reading.problems:
        raise FileRejected(reading.problems)
    return tuple(found)


def _figures(node: Node) -> dict[str, Decimal]:
    constants = node.child("constants")
    found = {name: constants.decimal(name) or Decimal(0) for name in constants.values}
    for one in node.children("figures"):
        key, value = one.text("id", 120, needed=True), one.decimal("value")
        if key in found:
            one.wrong("id", f"{key!r} stands there twice")
        if value is not None:
            found[key] = value
    return found


def _check(node: Node) -> FigureCheck:
    printed = node.get("printed_value")
    value: Decimal | str | None = None
    if printed in {LOWER, HIGHER, EQUAL}:
        value = str(printed)
    elif printed is not None:
        value = node.decimal("printed_value")
    return FigureCheck(
        key=node.text("id", 120, needed=True),
        description=node.text("description", 300),
        formula=node.text("formula", 500, needed=True),
        printed=value,
        decimals=node.whole("rounded_to_decimals", 0, 6),
    )
