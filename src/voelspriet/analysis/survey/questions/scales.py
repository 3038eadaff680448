# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scales as declared recipes: which items, which reversed, how many at least (method §4).

A scale puts the mean of its items on 0 to 10. Nothing is filled in: who answered fewer items than
the recipe asks has no score, and is counted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.frames.frame import Vector
from voelspriet.analysis.survey.questions.reliability import Alpha, cronbach_alpha

TOP = 10.0


@dataclass(frozen=True, slots=True)
class ScaleRecipe:
    """How a scale is made; write it down before the data are in.

    `items` are columns of numbers from `lowest` to `highest`; those in `reversed_items` count the
    other way round. `minimum_answered` items make a score. `dont_know` are numbers that mean
    "don't know" (9, 99) and count as not answered.
    """

    name: str
    items: tuple[str, ...]
    lowest: float
    highest: float
    minimum_answered: int
    reversed_items: tuple[str, ...] = ()
    dont_know: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemCount:
    """What became of one item: rows with a value on the scale, "don't know", and nothing."""

    item: str
    n_answered: int
    n_dont_know: int
    n_missing: int


@dataclass(frozen=True, slots=True, eq=False)
class ScaleScores:
    """The scores, one per row on 0 to 10, NaN where too few items were answered.

    `n_scored` rows have a score, of which `n_complete` answered every item and the rest is the
    mean of what was answered; `n_too_few` have none, of which `n_nothing` answered no item.
    """

    recipe: ScaleRecipe
    scores: Vector
    n_scored: int
    n_complete: int
    n_too_few: int
    n_nothing: int
    items: tuple[ItemCount, ...]
    alpha: Alpha


def score_scale(data: FrameLike, recipe: ScaleRecipe) -> ScaleScores:
    """Score a scale by its recipe: (mean of answered items − lowest) ÷ range × 10.

    The mean of the items that were answered is only taken where at least `minimum_answered` were;
    no value is imputed. Alpha is of the rows that answered every item, unweighted.

    Raises InputError for a recipe that cannot be (see the message) and ColumnError, with the row,
    for a value that is outside the range of the items and not "don't know".
    """
    _check(recipe)
    frame = Frame.of(data)
    frame.require(recipe.items)
    columns, counts = [], []
    for item in recipe.items:
        values, count = _item(frame, item, recipe)
        columns.append(values)
        counts.append(count)
    table = np.column_stack(columns)
    answered = np.count_nonzero(~np.isnan(table), axis=1)
    enough = answered >= recipe.minimum_answered
    scores = _rescaled(table, answered, enough, recipe)
    n_scored = int(np.count_nonzero(enough))
    return ScaleScores(
        recipe, scores, n_scored,
        n_complete=int(np.count_nonzero(answered == len(recipe.items))),
        n_too_few=len(frame) - n_scored, n_nothing=int(np.count_nonzero(answered == 0)),
        items=tuple(counts), alpha=cronbach_alpha(table),
    )  # fmt: skip


def _check(recipe: ScaleRecipe) -> None:
    if not recipe.items or len(set(recipe.items)) < len(recipe.items):
        raise InputError(f"scale {recipe.name!r}: name its items, each once")
    stray = [item for item in recipe.reversed_items if item not in recipe.items]
    if stray:
        raise InputError(f"scale {recipe.name!r}: {stray[0]!r} is reversed but no item of it")
    if not 1 <= recipe.minimum_answered <= len(recipe.items):
        raise InputError(
            f"scale {recipe.name!r}: the minimum answered is 1 to {len(recipe.items)} items"
        )
    if not recipe.lowest < recipe.highest:
        raise InputError(f"scale {recipe.name!r}: the lowest value lies below the highest")
    inside = [value for value in recipe.dont_know if recipe.lowest <= value <= recipe.highest]
    if inside:
        raise InputError(
            f"scale {recipe.name!r}: {inside[0]:g} cannot be both an answer and 'don't know'"
        )


def _item(frame: Frame, item: str, recipe: ScaleRecipe) -> tuple[Vector, ItemCount]:
    """Return one item in the scale's direction, NaN where it was not answered."""
    values = frame.numbers(item)
    missing = np.isnan(values)
    dont_know = np.isin(values, recipe.dont_know)
    outside = ~missing & ~dont_know & ((values < recipe.lowest) | (values > recipe.highest))
    if outside.any():
        row = int(np.argmax(outside))
        why = f"{values[row]:g} is not between {recipe.lowest:g} and {recipe.highest:g}"
        raise ColumnError(item, why, row=row + 1)
    known = np.where(dont_know, np.nan, values)
    if item in recipe.reversed_items:
        known = recipe.lowest + recipe.highest - known
    n_missing, n_dont_know = int(np.count_nonzero(missing)), int(np.count_nonzero(dont_know))
    return known, ItemCount(item, len(values) - n_missing - n_dont_know, n_dont_know, n_missing)


def _rescaled(
    table: NDArray[np.float64],
    answered: NDArray[np.int64],
    enough: NDArray[np.bool_],
    recipe: ScaleRecipe,
) -> Vector:
    scores = np.full(len(table), np.nan)
    means = np.nansum(table[enough], axis=1) / answered[enough]
    scores[enough] = (means - recipe.lowest) / (recipe.highest - recipe.lowest) * TOP
    return scores
