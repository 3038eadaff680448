# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a chart of response against population shows, in digits and in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from voelspriet.ground.ui.charts.chart import Beside
from voelspriet.ground.ui.charts.numerals import Numerals, written
from voelspriet.ground.ui.charts.rows import ResponseRow
from voelspriet.ground.ui.charts.words import ResponseWords, listed, response_words


def ratio(row: ResponseRow) -> float | None:
    """Return the share among those who answered ÷ the share in the population, where both are."""
    if row.response_share is None or not row.population_share:
        return None
    return row.response_share / row.population_share


def said(row: ResponseRow, style: Numerals) -> str:
    """Return both shares and their ratio in digits, or the word why there are none."""
    unknown = response_words(style.language).unknown
    shares = [
        unknown if share is None else style.full(share)
        for share in (row.response_share, row.population_share)
    ]
    if row.response_share is None:
        return row.note or unknown
    how_much = ratio(row)
    if how_much is None:
        return " / ".join(shares)
    return f"{' / '.join(shares)} = {written(how_much, 2, style.language)}"


def where(beside: Beside, style: Numerals) -> str:
    """Return whose share the second one is."""
    fixed = response_words(style.language)
    return fixed.in_population if beside == "population" else fixed.among_invited


def told(rows: Sequence[ResponseRow], beside: Beside, style: Numerals) -> str:
    """Return which categories are fewer, more and as many as they should be, and the least."""
    fixed, place = response_words(style.language), where(beside, style)
    sentences = [fixed.seen.format(count=len(rows), where=place)]
    for sentence in (fixed.less, fixed.more, fixed.like, fixed.not_compared):
        labels = [_name(row, rows) for row in rows if _verdict(row, fixed) == sentence]
        if labels:
            sentences.append(sentence.format(where=place, which=listed(labels)))
    known = [(how_much, row) for row in rows if (how_much := ratio(row)) is not None]
    if len(known) > 1:
        _, least = min(known, key=lambda one: one[0])
        sentences.append(fixed.least.format(_name(least, rows), said(least, style)))
    return " ".join(sentences)


def _verdict(row: ResponseRow, fixed: ResponseWords) -> str:
    """Return the sentence a row belongs in."""
    if row.population_share is None or row.low is None or row.high is None:
        return fixed.not_compared
    if row.high < row.population_share:
        return fixed.less
    return fixed.more if row.low > row.population_share else fixed.like


def _name(row: ResponseRow, rows: Sequence[ResponseRow]) -> str:
    """Return the label, with its group where the chart has more than one."""
    several = len({one.group for one in rows}) > 1
    return f"{row.group} {row.label}" if several and row.group else row.label
