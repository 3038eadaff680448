# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with stories."""

from voelspriet.answer.pages.actions.stories import draft_story as draft_story
from voelspriet.answer.pages.actions.stories import publish_story as publish_story
from voelspriet.answer.pages.actions.stories import withdraw_story as withdraw_story
from voelspriet.answer.pages.actions.stories import write_text as write_text
