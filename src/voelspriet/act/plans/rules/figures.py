# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printed figures against their own sources: a formula is reckoned again and compared."""

from __future__ import annotations

import ast
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
LOWER, HIGHER, EQUAL = "lower", "higher", "equal"
LONGEST_FORMULA = 500
SHOWN_PLACES = 4


class FormulaError(ValueError):
    """A formula that cannot be reckoned, with the reason."""


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """A formula over named figures, beside what is printed.

    `printed` is a number, a direction ("lower", "higher", "equal"), or None when nothing is printed
    to compare with. `decimals`: how the document rounds; None compares as it stands.
    """

    key: str
    description: str
    formula: str
    printed: Decimal | str | None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class FigureFound:
    """A check with what comes out; `agrees` None: there is nothing to compare with."""

    check: FigureCheck
    recomputed: Decimal
    agrees: bool | None


def control_figures(
    checks: Sequence[FigureCheck], figures: Mapping[str, Decimal]
) -> tuple[FigureFound, ...]:
    """Reckon every formula again. Raises FormulaError for one that cannot be reckoned."""
    found = []
    for check in checks:
        value = reckon(check.formula, figures)
        found.append(FigureFound(check, round(value, SHOWN_PLACES), _agrees(check, value)))
    return tuple(found)


def _agrees(check: FigureCheck, value: Decimal) -> bool | None:
    if check.printed is None:
        return None
    if isinstance(check.printed, str):
        return check.printed == (LOWER if value < 0 else HIGHER if value > 0 else EQUAL)
    if check.decimals is None:
        return value == check.printed
    return round(value, check.decimals) == check.printed


def reckon(formula: str, figures: Mapping[str, Decimal]) -> Decimal:
    """Return what a formula of sums, products and named figures comes to, in decimals.

    Raises FormulaError for anything else in it, an unknown name, and a division by nothing.

    >>> reckon("(a - b) / b * 100", {"a": Decimal(78), "b": Decimal(257)}).quantize(Decimal("0.1"))
    Decimal('-69.6')
    """
    if len(formula) > LONGEST_FORMULA:
        raise FormulaError(f"a formula has at most {LONGEST_FORMULA} characters")
    try:
        return _value(ast.parse(formula, mode="eval").body, figures)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise FormulaError("is not a formula") from error
    except (DivisionByZero, InvalidOperation) as error:
        raise FormulaError("divides by nothing") from error


def _value(part: ast.expr, figures: Mapping[str, Decimal]) -> Decimal:
    if isinstance(part, ast.Constant) and type(part.value) in {int, float}:
        return Decimal(str(part.value))
    if isinstance(part, ast.Name):
        if part.id not in figures:
            raise FormulaError(f"{part.id} is not one of the figures")
        return figures[part.id]
    if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.USub):
        return -_value(part.operand, figures)
    if isinstance(part, ast.BinOp) and type(part.op) in OPERATORS:
        left, right = _value(part.left, figures), _value(part.right, figures)
        return Decimal(OPERATORS[type(part.op)](left, right))
    raise FormulaError("holds more than sums, products and figures")
