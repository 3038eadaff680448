# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who was asked, who answered, and who answered that they do not know (method §4a).

"Don't know" is an answer, often that of the majority. It stays outside the share that agrees, and
its own share is shown beside it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError, InputError
from voelspriet.analysis.frames import Frame, FrameLike
from voelspriet.analysis.proportions import wilson

Mask = NDArray[np.bool_]
FLAGGED_ABOVE = 0.20  # share of those asked who skipped the question


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """What became of one question, with one truth per row in each mask.

    `answered` holds those who know and those who do not; `opinion` those who know. Not asked is
    who the filter passed by. `unseen` are codes for "don't know" that no row has: a question
    nobody had trouble with, or a slip of the pen.
    """

    asked: Mask
    answered: Mask
    dont_know: Mask
    unseen: tuple[str, ...]

    @property
    def opinion(self) -> Mask:
        """Rows with an answer other than "don't know": the base of a share that agrees."""
        return np.asarray(self.answered & ~self.dont_know, dtype=bool)

    @property
    def n_asked(self) -> int:
        """Rows that were asked."""
        return int(np.count_nonzero(self.asked))

    @property
    def n_not_asked(self) -> int:
        """Rows the filter passed by."""
        return len(self.asked) - self.n_asked

    @property
    def n_answered(self) -> int:
        """Rows that answered, "don't know" included."""
        return int(np.count_nonzero(self.answered))

    @property
    def n_not_answered(self) -> int:
        """Rows that were asked and skipped the question."""
        return self.n_asked - self.n_answered

    @property
    def n_dont_know(self) -> int:
        """Rows that answered "don't know"."""
        return int(np.count_nonzero(self.dont_know))

    @property
    def n_opinion(self) -> int:
        """Rows that answered something else than "don't know"."""
        return self.n_answered - self.n_dont_know

    @property
    def dont_know_share(self) -> float | None:
        """Share "don't know" of those who answered; None when nobody answered."""
        return self.n_dont_know / self.n_answered if self.n_answered else None

    @property
    def not_answered_share(self) -> float | None:
        """Share of those asked who skipped it; None when nobody was asked."""
        return self.n_not_answered / self.n_asked if self.n_asked else None

    @property
    def is_flagged(self) -> bool:
        """Tell whether more than 20 % of those asked skipped the question."""
        return (self.not_answered_share or 0.0) > FLAGGED_ABOVE


@dataclass(frozen=True, slots=True)
class AgreeShare:
    """Share that agrees among those with an opinion, unweighted, with its 95 % interval (Wilson).

    `share`, `low` and `high` are None when nobody had an opinion; `reason` then says why.
    """

    share: float | None
    low: float | None
    high: float | None
    n_agree: int
    reason: str
    answered: Answered


def split_dont_know(
    data: FrameLike, column: str, dont_know: Collection[str], *, asked: str | None = None
) -> Answered:
    """Split the rows of a question into asked, answered and "don't know".

    `dont_know` are the values that mean it, as text ("9" also meets 9 and 9.0 in a column of
    numbers). `asked` names the column with the filter: true or 1 for who was asked; without it
    everybody was. A missing value of who was asked is a skipped question.

    Raises ColumnError when a column is not there, the filter is missing or something else than 0
    and 1, or a row that was not asked has an answer.
    """
    frame = Frame.of(data)
    codes = frame.codes(column)
    is_asked = _asked(frame, asked)
    there = codes.values >= 0
    if np.any(there & ~is_asked):
        row = int(np.argmax(there & ~is_asked)) + 1
        raise ColumnError(column, f"has an answer, though {asked!r} says it was not asked", row=row)
    meant, unseen = _meant(codes.labels, dont_know, numbers=frame.is_number(column))
    is_dont_know = there & np.append(meant, False)[codes.values]
    return Answered(is_asked, there, is_dont_know, unseen)


def agree_share(
    data: FrameLike,
    column: str,
    agree: Collection[str],
    dont_know: Collection[str],
    *,
    asked: str | None = None,
) -> AgreeShare:
    """Return which share agrees of those with an opinion, "don't know" counted apart.

    `agree` are the values that count as agreeing; the rest is as for `split_dont_know`. This is
    the plain count of a meeting or a whole group; for a sample with weights see the estimates.
    Raises InputError when a value both agrees and does not know, and what `split_dont_know` raises.
    """
    both = sorted(set(agree) & set(dont_know))
    if both:
        raise InputError(f"{', '.join(both)} cannot both agree and be 'don't know'")
    frame = Frame.of(data)
    answered = split_dont_know(frame, column, dont_know, asked=asked)
    codes = frame.codes(column)
    meant, _ = _meant(codes.labels, agree, numbers=frame.is_number(column))
    n_agree = int(np.count_nonzero(answered.opinion & np.append(meant, False)[codes.values]))
    if not answered.n_opinion:
        why = "everybody who answered does not know" if answered.n_answered else "nobody answered"
        return AgreeShare(None, None, None, 0, why, answered)
    low, high = wilson(n_agree, answered.n_opinion)
    return AgreeShare(n_agree / answered.n_opinion, low, high, n_agree, "", answered)


def _asked(frame: Frame, name: str | None) -> Mask:
    if name is None:
        return np.ones(len(frame), dtype=bool)
    values = frame.numbers(name, complete=True)
    wrong = (values != 0) & (values != 1)
    if wrong.any():
        raise ColumnError(name, "is 1 for asked or 0 for not", row=int(np.argmax(wrong)) + 1)
    return np.asarray(values == 1, dtype=bool)


def _meant(
    labels: tuple[str, ...], values: Collection[str], *, numbers: bool
) -> tuple[Mask, tuple[str, ...]]:
    """Return which labels are among the values, and the values that are no label."""
    if isinstance(values, str):
        raise InputError("values are a list of texts, not one text")
    keys = [_key(label, numbers=numbers) for label in labels]
    wanted = {_key(str(value), numbers=numbers): str(value) for value in values}
    meant = np.array([key in wanted for key in keys], dtype=bool)
    unseen = tuple(value for key, value in wanted.items() if key not in keys)
    return meant, unseen


def _key(value: str, *, numbers: bool) -> str | float:
    if not numbers:
        return value
    try:
        return float(value)
    except ValueError:
        return value
