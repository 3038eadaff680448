# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what with what a neighbourhood is told, and what is hinted at. One file per noun."""

from voelspriet.answer.pages.rules.stories import (
    DECLINED,
    GuessFacts,
    Hint,
    facts_of,
    guess_hints,
    may_publish,
    must_advise,
    must_be_checked,
    visible_stories,
)

__all__ = [
    "DECLINED",
    "GuessFacts",
    "Hint",
    "facts_of",
    "guess_hints",
    "may_publish",
    "must_advise",
    "must_be_checked",
    "visible_stories",
]
