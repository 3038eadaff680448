# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well a colour can be read, and the pale tint that belongs to it."""

from __future__ import annotations

import re

COLOUR = re.compile(r"#[0-9a-f]{6}")
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
PALE = 0.12
_STEP, _SLOPE, _OFFSET, _POWER = 0.04045, 12.92, 0.055, 2.4
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def contrast_on_white(colour: str) -> float:
    """Return the contrast of a colour on white paper, as WCAG 2.2 defines it: from 1 to 21.

    >>> contrast_on_white("#ffffff"), contrast_on_white("#000000")
    (1.0, 21.0)
    >>> round(contrast_on_white("#767676"), 2)
    4.54
    """
    light = sum(
        weight * _linear(part) for weight, part in zip(_WEIGHTS, _parts(colour), strict=True)
    )
    return 1.05 / (light + 0.05)


def tint_of(colour: str) -> str:
    """Return a pale tint of a colour, for a ground under words.

    >>> tint_of("#0b5a61")
    '#e2ebec'
    """
    pale = (round(255 - (255 - part * 255) * PALE) for part in _parts(colour))
    return "#" + "".join(f"{part:02x}" for part in pale)


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))


def _linear(part: float) -> float:
    if part <= _STEP:
        return part / _SLOPE
    return float(((part + _OFFSET) / (1 + _OFFSET)) ** _POWER)
