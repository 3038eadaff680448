# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A word that stands for one of a few rules."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from voelspriet.analysis.errors import InputError

Choice = TypeVar("Choice", bound=StrEnum)


def chosen(choices: type[Choice], word: str, argument: str) -> Choice:
    """Return the choice a word stands for; InputError names the known ones."""
    try:
        return choices(word)
    except ValueError:
        known = ", ".join(choices)
        raise InputError(f"{argument} is one of {known}, not {word!r}") from None
