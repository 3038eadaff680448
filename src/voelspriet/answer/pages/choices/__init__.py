# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a fixed set of values. One file per noun."""

from voelspriet.answer.pages.choices.notices import NoticeScale, NoticeState, YesOrNo
from voelspriet.answer.pages.choices.stories import StoryKind, StoryState

__all__ = ["NoticeScale", "NoticeState", "StoryKind", "StoryState", "YesOrNo"]
