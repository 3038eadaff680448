# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep "don't know" out of an estimate, and show its own share beside it (method §4a)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from voelspriet.analysis.frames import Frame
from voelspriet.analysis.survey.estimation.measures import Measure, Question, share_measure
from voelspriet.analysis.survey.questions.answers import Answered, split_dont_know


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """A frame in which "don't know" is missing, and per column who said so.

    `unseen` are the values for "don't know" that no column has.
    """

    frame: Frame
    columns: Mapping[str, Answered]
    unseen: tuple[str, ...]


def without_dont_know(frame: Frame, columns: Sequence[str], values: Collection[str]) -> Split:
    """Take `values`, as text, out of `columns`. Raises what `split_dont_know` raises."""
    if not values:
        return Split(frame, {}, ())
    table, found = frame.arrow(), {}
    for name in dict.fromkeys(columns):
        found[name] = split_dont_know(frame, name, values)
        column = frame.column(name)
        if pa.types.is_dictionary(column.type):
            column = pc.cast(column, column.type.value_type)
        left = pc.if_else(pa.array(found[name].dont_know), pa.scalar(None, column.type), column)
        table = table.set_column(table.column_names.index(name), name, left)
    unseen = [set(answered.unseen) for answered in found.values()]
    nowhere = set.intersection(*unseen) if unseen else set()
    return Split(Frame(table), found, tuple(sorted(nowhere)))


def dont_know_shares(question: Question, split: Split, name: str) -> Iterator[Measure]:
    """Give the share that does not know of those who answered or said so, when it was asked for."""
    answered = split.columns.get(name)
    if answered is None:
        return
    within = question.asked.within
    silent = np.flatnonzero(~within.in_order(answered.answered))
    respondents = question.asked.respondents(silent)
    said = within.in_order(answered.dont_know).astype(float)
    yield share_measure(question, f"{name}: don't know", respondents, said)
