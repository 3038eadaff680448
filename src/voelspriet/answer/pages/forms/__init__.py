# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues fill in. One file per noun."""

from voelspriet.answer.pages.forms.stories import (
    CheckForm,
    StoryForm,
    WithdrawForm,
    WordsForm,
)

__all__ = [
    "CheckForm",
    "StoryForm",
    "WithdrawForm",
    "WordsForm",
]
