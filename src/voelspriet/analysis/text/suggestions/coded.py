# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coded fragments as a model learns from them: texts, conversations, and factors as yes and no."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voelspriet.analysis.errors import ColumnError
from voelspriet.analysis.frames import Codes, Frame, FrameLike
from voelspriet.analysis.text.suggestions.results import LeftOut, Minimum, Off


@dataclass(frozen=True, slots=True)
class CodedColumns:
    """How the columns of a table of codes are called: one row per fragment and factor."""

    fragment: str = "fragment"
    text: str = "text"
    factor: str = "factor"
    conversation: str = "conversation"


@dataclass(frozen=True, slots=True)
class Fragments:
    """Fragments in the order of their keys, with the texts of those that have one."""

    keys: tuple[str, ...]
    texts: tuple[str, ...]
    without_text: int
    rows: NDArray[np.int64]  # the first row of each


@dataclass(frozen=True, slots=True)
class Coded:
    """Coded fragments: `is_coded` is fragments x factors, `groups` the conversation of each."""

    texts: tuple[str, ...]
    factors: tuple[str, ...]
    is_coded: NDArray[np.bool_]
    groups: NDArray[np.int64]
    left_out: LeftOut

    @property
    def conversations(self) -> int:
        """Return the number of conversations."""
        return len(np.unique(self.groups))

    def only(self, rows: NDArray[np.bool_]) -> Coded:
        """Return some of the fragments."""
        chosen = np.flatnonzero(rows)
        texts = tuple(self.texts[at] for at in chosen)
        return Coded(texts, self.factors, self.is_coded[rows], self.groups[rows], self.left_out)

    def off(self, minimum: Minimum) -> tuple[Off, ...]:
        """Return the factors that have too little to learn from, with the reason."""
        checked = (self._off(place, minimum) for place in range(len(self.factors)))
        return tuple(one for one in checked if one is not None)

    def _off(self, place: int, minimum: Minimum) -> Off | None:
        with_it = self.is_coded[:, place]
        n, talks = int(with_it.sum()), len(np.unique(self.groups[with_it]))
        without, talks_without = len(with_it) - n, len(np.unique(self.groups[~with_it]))
        reason = ""
        if n < minimum.fragments:
            reason = f"{n} fragments are coded with it, {minimum.fragments} are needed"
        elif talks < minimum.conversations:
            reason = f"it comes from {talks} conversations, {minimum.conversations} are needed"
        elif without < minimum.fragments:
            reason = f"{without} fragments are without it, {minimum.fragments} are needed"
        elif talks_without < minimum.conversations:
            reason = (
                f"{talks_without} conversations have fragments without it, "
                f"{minimum.conversations} are needed"
            )
        return Off(self.factors[place], n, talks, reason) if reason else None


def fragments_of(frame: Frame, *, fragment: str, text: str) -> Fragments:
    """Return the fragments of a table that may name each several times.

    Raises ColumnError for a row without a fragment, or with another text than its fragment has.
    """
    frame.require([fragment, text])
    codes = frame.codes(fragment, complete=True)
    texts = np.array([one or "" for one in frame.texts(text)], dtype=object)
    first = _first_rows(codes)
    _refuse_different(text, texts != texts[first[codes.values]] if len(texts) else [])
    has_text = np.array([bool(texts[row].strip()) for row in first], dtype=bool)
    return Fragments(
        keys=tuple(key for key, has in zip(codes.labels, has_text, strict=True) if has),
        texts=tuple(str(texts[row]) for row in first[has_text]),
        without_text=int(np.count_nonzero(~has_text)),
        rows=first[has_text],
    )


def coded_of(data: FrameLike, columns: CodedColumns) -> Coded:
    """Return coded fragments in the order of their keys.

    A coded fragment is taken to be coded wholly: a factor it does not have is a no. Raises
    ColumnError for a row without a fragment, or with another text or conversation than its
    fragment has.
    """
    frame = Frame.of(data)
    found = fragments_of(frame, fragment=columns.fragment, text=columns.text)
    frame.require([columns.factor, columns.conversation])
    codes, factors = frame.codes(columns.fragment), frame.codes(columns.factor)
    talks = frame.codes(columns.conversation)
    first = _first_rows(codes)
    _refuse_different(
        columns.conversation,
        talks.values != talks.values[first[codes.values]] if len(frame) else [],
    )
    is_coded = np.zeros((len(codes.labels), len(factors.labels)), dtype=bool)
    known = factors.values >= 0
    is_coded[codes.values[known], factors.values[known]] = True
    own = is_coded[codes.values[found.rows]]
    groups = talks.values[found.rows]
    has_factor, has_talk = own.any(axis=1), groups >= 0
    left_out = LeftOut(
        found.without_text, int(np.count_nonzero(has_factor & ~has_talk)),
        int(np.count_nonzero(~has_factor)),
    )  # fmt: skip
    return Coded(found.texts, factors.labels, own, groups, left_out).only(has_factor & has_talk)


def _first_rows(codes: Codes) -> NDArray[np.int64]:
    _, first = np.unique(codes.values, return_index=True)
    return np.asarray(first, dtype=np.int64)


def _refuse_different(name: str, differs: NDArray[np.bool_] | list[bool]) -> None:
    wrong = np.flatnonzero(np.asarray(differs, dtype=bool))
    if wrong.size:
        raise ColumnError(
            name, "differs from an earlier row of its fragment", row=int(wrong[0]) + 1
        )
