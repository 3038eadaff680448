# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of charts are the house's, and can be told from the paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voelspriet.ground.ui.charts import tokens

CSS = Path(__file__).resolve().parents[4] / "frontend" / "src" / "css" / "tokens.css"
COLOURS = {
    name: value
    for name, value in vars(tokens).items()
    if name.isupper() and str(value).startswith("#")
}


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_equals_its_token(name):
    told = dict(re.findall(r"--vs-([a-z-]+):\s*(#[0-9a-f]+);", CSS.read_text(encoding="utf-8")))

    assert told[name.lower().replace("_", "-")] == COLOURS[name]


@pytest.mark.parametrize("ground", [tokens.PAPER, tokens.ACCENT_TINT])
def test_text_and_graphics_stand_out(ground):
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert all(contrast(colour, ground) >= 4.5 for colour in (tokens.INK, tokens.INK_SOFT))
    assert all(contrast(c, ground) >= 3 for c in (tokens.ACCENT, tokens.EDGE, tokens.INK))
