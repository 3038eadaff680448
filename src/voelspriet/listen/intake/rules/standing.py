# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a reporter stands in it: anonymous and reachable do not go together."""

from __future__ import annotations

from voelspriet.listen.intake.choices import AnswerWish, Openness

NEEDS_ADDRESS = frozenset({AnswerWish.EMAIL, AnswerWish.CALL})


def loses_anonymity(openness: Openness, wish: AnswerWish) -> bool:
    """Tell whether this wish for an answer makes an anonymous report confidential."""
    return openness is Openness.ANONYMOUS and wish in NEEDS_ADDRESS


def openness_with_contact(openness: Openness, wish: AnswerWish) -> Openness:
    """Return how open a report is, given how its reporter wants to hear back."""
    return Openness.CONFIDENTIAL if loses_anonymity(openness, wish) else openness
