# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of this room. One file per noun."""

from voelspriet.answer.pages.models.notices import Notice, NoticeText, NoticeVersion
from voelspriet.answer.pages.models.stories import Story, StoryText

__all__ = ["Notice", "NoticeText", "NoticeVersion", "Story", "StoryText"]
