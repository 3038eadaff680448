# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""All reads of this room, as frozen rows."""

from voelspriet.answer.replies.queries.conversation import (
    Adviser,
    Conversation,
    Matter,
    conversation,
)
from voelspriet.answer.replies.queries.deliveries import (
    DeliveryRow,
    MailPage,
    due_deliveries,
    mail_page,
)
from voelspriet.answer.replies.queries.entries import Entry
from voelspriet.answer.replies.queries.reviews import ReviewRow, open_review, open_reviews
from voelspriet.answer.replies.queries.rows import AnswerRow
from voelspriet.answer.replies.queries.thread import AnswerForm, Thread, answer_form, thread
from voelspriet.answer.replies.queries.translations import (
    TranslationTask,
    translation_task,
    translation_tasks,
)

__all__ = [
    "Adviser",
    "AnswerForm",
    "AnswerRow",
    "Conversation",
    "DeliveryRow",
    "Entry",
    "MailPage",
    "Matter",
    "ReviewRow",
    "Thread",
    "TranslationTask",
    "answer_form",
    "conversation",
    "due_deliveries",
    "mail_page",
    "open_review",
    "open_reviews",
    "thread",
    "translation_task",
    "translation_tasks",
]
