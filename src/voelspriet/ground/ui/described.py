# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels of choices that need a sentence to be understood."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Described:
    """The label of a radio or checkbox with the sentence that explains it.

    Both are plain text (lazy translations are fine); the widget templates draw the sentence
    smaller, below the label and inside it, so that a screen reader says both.
    """

    label: str | Promise
    description: str | Promise

    def __str__(self) -> str:
        return str(self.label)
