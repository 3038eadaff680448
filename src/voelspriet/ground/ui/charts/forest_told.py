# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a forest chart shows, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from voelspriet.ground.ui.charts.chart import Language
from voelspriet.ground.ui.charts.panels import Panel
from voelspriet.ground.ui.charts.words import ForestWords, forest_words, listed, words


def told(panels: Sequence[Panel], language: Language) -> str:
    """Return how many estimates there are, the highest and lowest, and what is left out."""
    fixed = forest_words(language)
    count = sum(row.estimate is not None for panel in panels for row in panel.rows)
    sentences = [fixed.one if count == 1 else fixed.many.format(count)]
    for panel in panels:
        heading = panel.heading(words(language))
        sentences += [f"{heading}." if heading else "", *_panel(panel, fixed, language)]
    return " ".join(sentence for sentence in sentences if sentence)


def _panel(panel: Panel, fixed: ForestWords, language: Language) -> list[str]:
    known = [(row.estimate, row) for row in panel.rows if row.estimate is not None]
    without = [row.label for row in panel.rows if row.estimate is None]
    sentences = []
    if known:
        (lowest, low), (highest, high) = (f(known, key=lambda one: one[0]) for f in (min, max))
        said = [panel.said(row, words(language)) for row in (high, low)]
        if len(known) == 1:
            sentences.append(fixed.single.format(high.label, said[0]))
        elif lowest == highest:
            sentences.append(fixed.equal.format(panel.numerals.full(highest)))
        else:
            sentences.append(fixed.extremes.format(high.label, said[0], low.label, said[1]))
    else:
        sentences.append(fixed.none)
    widths = [r.high - r.low for r in panel.rows if r.low is not None and r.high is not None]
    if len(widths) > 1:
        narrow, wide = panel.numerals.bare(min(widths)), panel.numerals.points(max(widths))
        is_same = panel.numerals.points(min(widths)) == wide
        sentences.append(
            fixed.same_width.format(wide) if is_same else fixed.widths.format(narrow, wide)
        )
    if without and known:
        sentences.append(fixed.left_out.format(listed(without)))
    return sentences
